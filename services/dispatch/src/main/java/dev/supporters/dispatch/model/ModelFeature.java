package dev.supporters.dispatch.model;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;

/** A number that models calculate with. A file names those that it uses; a name that is not here is refused. */
public enum ModelFeature {
    /** Expected minutes to the customer. */
    ETA_MINUTES("eta-minutes"),
    /** The natural logarithm of it; below half a minute that of half a minute. */
    LOG_ETA_MINUTES("log-eta-minutes"),
    /** Minutes from the request to now. */
    WAIT_MINUTES("wait-minutes"),
    /** Hours since the last noon in the region's time: 21:00 is 9, 00:30 is 12.5. */
    HOURS_AFTER_NOON("hours-after-noon");

    private static final double LEAST_ETA_MINUTES = .5;

    private final String text;

    ModelFeature(String text) {
        this.text = text;
    }

    /** The name in files. */
    public String text() {
        return text;
    }

    public double of(ModelInput input) {
        return switch (this) {
            case ETA_MINUTES -> input.etaMinutes();
            case LOG_ETA_MINUTES -> StrictMath.log(Math.max(LEAST_ETA_MINUTES, input.etaMinutes()));
            case WAIT_MINUTES -> input.waitMinutes();
            case HOURS_AFTER_NOON -> input.hoursAfterNoon();
        };
    }

    static Optional<ModelFeature> named(String text) {
        return Arrays.stream(values()).filter(feature -> feature.text.equals(text)).findFirst();
    }

    static String expected() {
        return Arrays.stream(values())
                .map(ModelFeature::text)
                .collect(joining(", ", "one of ", ""));
    }
}

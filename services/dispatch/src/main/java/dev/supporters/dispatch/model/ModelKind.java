package dev.supporters.dispatch.model;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a model says. */
public enum ModelKind {
    /** The probability that a customer keeps a drive with a given ETA. */
    KEEP_PROBABILITY("keep-probability"),
    /** By what an expected time to the customer must be multiplied to be right on average. */
    ETA_CORRECTION("eta-correction"),
    /** The probability that a supporter refuses a call. */
    REFUSAL("refusal");

    private final String text;

    ModelKind(String text) {
        this.text = text;
    }

    /** The name in files. */
    public String text() {
        return text;
    }

    /** The scores that a file must have, by their names. */
    public Set<String> scores() {
        return isProbability() ? Set.of("log-loss", "brier", "auc") : Set.of("mae");
    }

    /** The features that a file must have: without the ETA, none of these says anything. */
    Set<ModelFeature> required() {
        return Set.of(ModelFeature.LOG_ETA_MINUTES);
    }

    boolean isProbability() {
        return this != ETA_CORRECTION;
    }

    static Optional<ModelKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }

    static String expected() {
        return Arrays.stream(values()).map(ModelKind::text).collect(joining(", ", "one of ", ""));
    }
}

package dev.supporters.dispatch.model;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a model says. */
public enum ModelKind {
    /** The probability that a customer keeps a drive with a given ETA. */
    KEEP_PROBABILITY("keep-probability", Set.of("log-loss", "brier", "auc")),
    /** By what an expected time to the customer must be multiplied to be right on average. */
    ETA_CORRECTION("eta-correction", Set.of("mae")),
    /** The probability that a supporter refuses a call. */
    REFUSAL("refusal", Set.of("log-loss", "brier", "auc"));

    private final String text;
    private final Set<String> scores;

    ModelKind(String text, Set<String> scores) {
        this.text = text;
        this.scores = scores;
    }

    /** The name in files. */
    public String text() {
        return text;
    }

    /** The scores that a file must have, by their names. */
    public Set<String> scores() {
        return scores;
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

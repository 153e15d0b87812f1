package dev.supporters.dispatch.model;

/** The probability that a customer keeps a drive, from a model of kind {@link ModelKind#KEEP_PROBABILITY}. */
public final class KeepProbability {

    private final FittedModel model;

    private KeepProbability(ModelFile file) {
        model = FittedModel.of(file, ModelKind.KEEP_PROBABILITY);
    }

    /**
     * The model of a file.
     *
     * @throws InvalidModelException if the file is of another kind
     */
    public static KeepProbability of(ModelFile file) {
        return new KeepProbability(file);
    }

    /** From 0 to 1. */
    public double of(ModelInput input) {
        return model.probability(input);
    }
}

package dev.supporters.dispatch.model;

/** The probability that a supporter refuses a call, from a model of kind {@link ModelKind#REFUSAL}. */
public final class RefusalProbability {

    private final FittedModel model;

    private RefusalProbability(ModelFile file) {
        model = FittedModel.of(file, ModelKind.REFUSAL);
    }

    /**
     * The model of a file.
     *
     * @throws InvalidModelException if the file is of another kind
     */
    public static RefusalProbability of(ModelFile file) {
        return new RefusalProbability(file);
    }

    /** From 0 to 1. */
    public double of(ModelInput input) {
        return model.probability(input);
    }
}

package dev.supporters.dispatch.model;

/** By what an expected time to the customer is multiplied, from a model of kind {@link ModelKind#ETA_CORRECTION}. */
public final class EtaCorrection {

    private static final double LEAST = .5;
    private static final double MOST = 2;

    private final FittedModel model;

    private EtaCorrection(ModelFile file) {
        model = FittedModel.of(file, ModelKind.ETA_CORRECTION);
    }

    /**
     * The model of a file.
     *
     * @throws InvalidModelException if the file is of another kind
     */
    public static EtaCorrection of(ModelFile file) {
        return new EtaCorrection(file);
    }

    /** From .5 to 2: a model that says more is more likely wrong than right. */
    public double factor(ModelInput input) {
        return Math.clamp(StrictMath.exp(model.sum(input)), LEAST, MOST);
    }
}

package dev.supporters.dispatch.model;

import java.util.List;

/** The probability that a customer keeps a drive, from a model of kind {@link ModelKind#KEEP_PROBABILITY}. */
public final class KeepProbability {

    private static final double ACCEPTED_ETA_MINUTES = 25;
    private static final double ACCEPTED_ETA_SIGMA = .45;
    private static final double CANCELLED_ANYWAY = .02;

    /** By what the logistic curve comes nearest to the normal one. */
    private static final double LOGISTIC_OF_NORMAL = 1.702;

    /**
     * Where no model was trained yet: of customers who accept an ETA of up to 25 minutes in the middle, with a spread of .45 in the
     * logarithm; 2 % cancel anyway. These are the numbers of the night model, with a logistic curve in place of the normal one.
     */
    public static final KeepProbability STANDARD = new KeepProbability(standard());

    private final FittedModel model;

    private KeepProbability(FittedModel model) {
        this.model = model;
    }

    /**
     * The model of a file.
     *
     * @throws InvalidModelException if the file is of another kind
     */
    public static KeepProbability of(ModelFile file) {
        return new KeepProbability(FittedModel.of(file, ModelKind.KEEP_PROBABILITY));
    }

    /** From 0 to 1. */
    public double of(ModelInput input) {
        return model.probability(input);
    }

    private static FittedModel standard() {
        double slope = LOGISTIC_OF_NORMAL / ACCEPTED_ETA_SIGMA;
        return new FittedModel(
                slope * Math.log(ACCEPTED_ETA_MINUTES),
                List.of(new ModelFile.Weight(ModelFeature.LOG_ETA_MINUTES, -slope)),
                List.of(),
                List.of(new ModelFile.Knot(0, 0), new ModelFile.Knot(1, 1 - CANCELLED_ANYWAY)));
    }
}

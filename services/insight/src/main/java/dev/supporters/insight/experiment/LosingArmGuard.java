package dev.supporters.insight.experiment;

/**
 * Stops an experiment whose treatment loses. It may look as often as it likes: its bound is a confidence sequence (a normal mixture),
 * which holds at all looks together, so a treatment that is as good as the control is stopped with a probability of at most 5 %.
 *
 * @param leastBlocks before so many blocks it says nothing: the spread of a few blocks is not known well enough
 * @param tolerance a loss up to this is borne, as a part of 1
 */
public record LosingArmGuard(int leastBlocks, double tolerance) {

    public static final LosingArmGuard USUAL = new LosingArmGuard(8, 0);

    private static final double ERROR = .05;

    /** The bound is narrowest, in its kind, around so many blocks. */
    private static final double TIGHT_AT = 40;

    public LosingArmGuard {
        if (leastBlocks < 2 || tolerance < 0) {
            throw new IllegalArgumentException(
                    "leastBlocks: "
                            + leastBlocks
                            + ", tolerance: "
                            + tolerance
                            + " (expected: 2 or more, 0 or more)");
        }
    }

    /** Whether the treatment is worse than the control by more than the tolerance. */
    public boolean stops(SwitchbackReadout readout) {
        return readout.blocks() >= leastBlocks
                && readout.difference() + halfWidth(readout) < -tolerance;
    }

    private static double halfWidth(SwitchbackReadout readout) {
        double mixture = (-2 * Math.log(ERROR) + Math.log(-2 * Math.log(ERROR)) + 1) / TIGHT_AT;
        double grown = readout.blocks() * mixture + 1;
        return readout.standardError()
                * Math.sqrt(
                        2
                                * grown
                                / (readout.blocks() * mixture)
                                * Math.log(Math.sqrt(grown) / ERROR));
    }
}

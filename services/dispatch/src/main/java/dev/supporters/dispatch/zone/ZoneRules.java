package dev.supporters.dispatch.zone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The policy's thresholds of zones. Any numbers are taken: whether zones can be planned by them is part of the plan.
 *
 * @param enabled whether there are zones at all
 * @param openDemand smoothed calls in 30 minutes at which a cell opens
 * @param closeDemand smoothed calls in 30 minutes below which it closes
 * @param minCells so many open cells must be connected
 * @param closingWarning the time between the warning and the closing of a cell
 */
public record ZoneRules(
        boolean enabled,
        double openDemand,
        double closeDemand,
        int minCells,
        Duration closingWarning) {

    /** No zones. */
    public static final ZoneRules OFF = new ZoneRules(false, 0, 0, 1, Duration.ZERO);

    public ZoneRules {
        requireNonNull(closingWarning);
    }

    /** Whether a cell can open, stay open and close by these numbers. NaN is never consistent. */
    boolean consistent() {
        return closeDemand >= 0
                && openDemand > closeDemand
                && openDemand < Double.POSITIVE_INFINITY
                && minCells >= 1
                && !closingWarning.isNegative();
    }
}

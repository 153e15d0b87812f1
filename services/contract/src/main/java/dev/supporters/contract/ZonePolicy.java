package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.util.Optional;

/**
 * Zones, which follow the demand: the part of a policy of this name.
 *
 * @param enabled whether there are zones
 * @param openDemand a cell opens from this demand on, in smoothed calls for 30 minutes and cell
 * @param closeDemand an open cell closes below this demand
 * @param minCells the least number of connected cells of a zone
 * @param closingWarning the time between the warning that a cell closes and its closing
 * @param capacity the most supporters at work in one zone; 0 for no limit
 * @param maxWagePerCall while the forecast of the guaranteed wage per completed call is above it, nobody may begin a shift; empty: no bound
 */
public record ZonePolicy(
        boolean enabled,
        double openDemand,
        double closeDemand,
        int minCells,
        Duration closingWarning,
        int capacity,
        Optional<Money> maxWagePerCall) {

    /** What applies to a policy without this part. */
    public static final ZonePolicy OFF =
            new ZonePolicy(false, 0, 0, 0, Duration.ZERO, 0, Optional.empty());

    private static final String PART = "zones.";
    private static final double MOST_DEMAND = 10_000;
    private static final int MOST_CELLS = 10_000;
    private static final int MOST_SUPPORTERS = 1_000_000;
    private static final long MOST_WAGE = 1_000_000_000;

    public ZonePolicy {
        Require.within(openDemand, PART + "open_demand", 0, MOST_DEMAND);
        Require.within(closeDemand, PART + "close_demand", 0, MOST_DEMAND);
        if (enabled && closeDemand == 0) {
            throw Refusal.invalid(
                    PART + "close_demand", closeDemand, "more than 0, as zones are enabled");
        }
        boolean given = enabled || openDemand > 0 || closeDemand > 0;
        if (given && closeDemand >= openDemand) {
            throw Refusal.invalid(
                    PART + "close_demand", closeDemand, "less than open_demand " + openDemand);
        }
        Require.wholeNumber(minCells, PART + "min_cells", enabled ? 1 : 0, MOST_CELLS);
        PolicyLimits.within(closingWarning, PART + "closing_warning", PolicyLimits.HOUR);
        Require.wholeNumber(capacity, PART + "capacity", 0, MOST_SUPPORTERS);
        requireNonNull(maxWagePerCall)
                .ifPresent(most ->
                        Require.wholeNumber(
                                most.amount(), PART + "max_wage_per_call.amount", 1, MOST_WAGE));
    }

    public static ZonePolicy of(Policy policy) {
        var part = policy.getZones();
        return new ZonePolicy(
                part.getEnabled(),
                part.getOpenDemand(),
                part.getCloseDemand(),
                part.getMinCells(),
                Timestamps.duration(part.getClosingWarning()),
                part.getCapacity(),
                part.hasMaxWagePerCall()
                        ? Optional.of(Money.of(part.getMaxWagePerCall()))
                        : Optional.empty());
    }

    public dev.supporters.proto.policy.v1.ZonePolicy toProto() {
        var part =
                dev.supporters.proto.policy.v1.ZonePolicy.newBuilder()
                        .setEnabled(enabled)
                        .setOpenDemand(openDemand)
                        .setCloseDemand(closeDemand)
                        .setMinCells(minCells)
                        .setClosingWarning(Timestamps.of(closingWarning))
                        .setCapacity(capacity);
        maxWagePerCall.map(Money::toProto).ifPresent(part::setMaxWagePerCall);
        return part.build();
    }
}

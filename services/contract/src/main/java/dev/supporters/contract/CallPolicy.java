package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.policy.v1.Policy;

import java.util.Optional;

/**
 * What customers may request: the part of a policy of this name.
 *
 * @param maxLiveCalls the most live calls of one customer
 * @param distancePercent how far a distance may be from its estimate, in percent of the lesser of the two; 0: distances are not compared
 * @param baseFare what every drive costs, for the estimate of a fare; empty: nothing
 * @param farePerKm what each kilometre costs besides; empty: nothing
 * @param farePercent how far a fare may be from its estimate, in percent of the lesser of the two; 0: fares are not compared
 */
public record CallPolicy(
        int maxLiveCalls,
        int distancePercent,
        Optional<Money> baseFare,
        Optional<Money> farePerKm,
        int farePercent) {

    /** What applies to a policy that does not say how many live calls a customer may have. */
    public static final int USUAL_LIVE_CALLS = 5;

    /** What applies to a policy without this part. */
    public static final CallPolicy OFF =
            new CallPolicy(USUAL_LIVE_CALLS, 0, Optional.empty(), Optional.empty(), 0);

    private static final String PART = "calls.";
    private static final int MOST_LIVE_CALLS = 100;
    private static final int MOST_PERCENT = 1_000;
    private static final long MOST_FARE = 1_000_000_000;

    public CallPolicy {
        Require.wholeNumber(maxLiveCalls, PART + "max_live_calls", 1, MOST_LIVE_CALLS);
        Require.wholeNumber(distancePercent, PART + "distance_percent", 0, MOST_PERCENT);
        requireWithin(requireNonNull(baseFare), "base_fare");
        requireWithin(requireNonNull(farePerKm), "fare_per_km");
        Require.wholeNumber(farePercent, PART + "fare_percent", 0, MOST_PERCENT);
        if (farePercent > 0 && amount(baseFare) + amount(farePerKm) == 0) {
            throw Refusal.invalid(
                    PART + "fare_percent",
                    farePercent,
                    "0, as neither base_fare nor fare_per_km is more than 0");
        }
    }

    public static CallPolicy of(Policy policy) {
        var part = policy.getCalls();
        return new CallPolicy(
                part.getMaxLiveCalls() == 0 ? USUAL_LIVE_CALLS : part.getMaxLiveCalls(),
                part.getDistancePercent(),
                part.hasBaseFare() ? Optional.of(Money.of(part.getBaseFare())) : Optional.empty(),
                part.hasFarePerKm() ? Optional.of(Money.of(part.getFarePerKm())) : Optional.empty(),
                part.getFarePercent());
    }

    /** What a drive of so many metres by road is expected to cost, in the minor unit. */
    public double estimatedFare(int meters) {
        return amount(baseFare) + amount(farePerKm) * (meters / 1000.0);
    }

    public dev.supporters.proto.policy.v1.CallPolicy toProto() {
        var part =
                dev.supporters.proto.policy.v1.CallPolicy.newBuilder()
                        .setMaxLiveCalls(maxLiveCalls)
                        .setDistancePercent(distancePercent)
                        .setFarePercent(farePercent);
        baseFare.map(Money::toProto).ifPresent(part::setBaseFare);
        farePerKm.map(Money::toProto).ifPresent(part::setFarePerKm);
        return part.build();
    }

    private static void requireWithin(Optional<Money> fare, String field) {
        fare.ifPresent(found ->
                Require.wholeNumber(found.amount(), PART + field + ".amount", 0, MOST_FARE));
    }

    private static long amount(Optional<Money> fare) {
        return fare.map(Money::amount).orElse(0L);
    }
}

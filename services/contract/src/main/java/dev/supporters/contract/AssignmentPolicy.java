package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How supporters are chosen for calls: the part of a policy of this name.
 *
 * @param firstPickup the longest pickup for a new call; it grows to the policy's longest pickup; empty: that applies at once
 * @param pickupGrowth the age of a call at which it has grown; 0: at once
 * @param hold how long a call for which no supporter is found may wait for one; 0: it goes to general dispatch at once
 * @param chaining whether a supporter who is about to end a drive is a candidate for calls that are held
 * @param chainWithin within which time that drive must end
 * @param shiftEndTolerance if a drive is expected to end later than this after the end of the window, others come first; empty: the end
 *     is not looked at
 * @param driverTags which supporters calls may go to by tags: each of them must admit a supporter; at most 20
 */
public record AssignmentPolicy(
        Optional<Duration> firstPickup,
        Duration pickupGrowth,
        Duration hold,
        boolean chaining,
        Duration chainWithin,
        Optional<Duration> shiftEndTolerance,
        List<DriverTagRule> driverTags) {

    private static final String PART = "assignment.";
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);
    private static final int MOST_TAG_RULES = 20;

    /** What applies to a policy without this part. */
    public static final AssignmentPolicy OFF =
            new AssignmentPolicy(
                    Optional.empty(),
                    Duration.ZERO,
                    Duration.ZERO,
                    false,
                    Duration.ZERO,
                    Optional.empty());

    public AssignmentPolicy {
        requireNonNull(firstPickup);
        requireNonNull(shiftEndTolerance);
        firstPickup.ifPresent(
                found -> PolicyLimits.positive(found, PART + "first_pickup", PolicyLimits.DAY));
        PolicyLimits.within(pickupGrowth, PART + "pickup_growth", PolicyLimits.HOUR);
        PolicyLimits.within(hold, PART + "hold", LONGEST_HOLD);
        PolicyLimits.within(
                chainWithin, PART + "chain_within", PolicyLimits.HOUR, chaining, "chaining is on");
        shiftEndTolerance.ifPresent(found ->
                PolicyLimits.within(found, PART + "shift_end_tolerance", PolicyLimits.DAY));
        driverTags = List.copyOf(driverTags);
        if (driverTags.size() > MOST_TAG_RULES) {
            throw Refusal.invalid(
                    PART + "driver_tags",
                    driverTags.size() + " rules",
                    "at most " + MOST_TAG_RULES + " rules");
        }
    }

    /** A policy by which tags of supporters do not count. */
    public AssignmentPolicy(
            Optional<Duration> firstPickup,
            Duration pickupGrowth,
            Duration hold,
            boolean chaining,
            Duration chainWithin,
            Optional<Duration> shiftEndTolerance) {
        this(firstPickup, pickupGrowth, hold, chaining, chainWithin, shiftEndTolerance, List.of());
    }

    public static AssignmentPolicy of(Policy policy) {
        var part = policy.getAssignment();
        return new AssignmentPolicy(
                given(part.hasFirstPickup(), part.getFirstPickup()),
                Timestamps.duration(part.getPickupGrowth()),
                Timestamps.duration(part.getHold()),
                part.getChaining(),
                Timestamps.duration(part.getChainWithin()),
                given(part.hasShiftEndTolerance(), part.getShiftEndTolerance()),
                part.getDriverTagsList().stream().map(DriverTagRule::of).toList());
    }

    /** Whether a call with tags may go to a supporter with tags. */
    public boolean admits(Collection<String> callTags, Collection<String> ofDriver) {
        return driverTags.stream().allMatch(rule -> rule.admits(callTags, ofDriver));
    }

    public dev.supporters.proto.policy.v1.AssignmentPolicy toProto() {
        var part =
                dev.supporters.proto.policy.v1.AssignmentPolicy.newBuilder()
                        .setPickupGrowth(Timestamps.of(pickupGrowth))
                        .setHold(Timestamps.of(hold))
                        .setChaining(chaining)
                        .setChainWithin(Timestamps.of(chainWithin))
                        .addAllDriverTags(driverTags.stream().map(DriverTagRule::toProto).toList());
        firstPickup.map(Timestamps::of).ifPresent(part::setFirstPickup);
        shiftEndTolerance.map(Timestamps::of).ifPresent(part::setShiftEndTolerance);
        return part.build();
    }

    private static Optional<Duration> given(boolean set, com.google.protobuf.Duration duration) {
        return set ? Optional.of(Timestamps.duration(duration)) : Optional.empty();
    }
}

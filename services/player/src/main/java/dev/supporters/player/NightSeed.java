package dev.supporters.player;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.PolicyLimits;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the policy and the supporters of a night, through the services' own APIs. */
public final class NightSeed {

    public static final String REGION = "night";

    private static final double REAL_SECONDS_FOR_A_REFUSAL = 0.25;
    private static final Duration LONGEST_PICKUP = Duration.ofMinutes(22);

    /** Most customers have given up by then; who has not is left to general dispatch. */
    private static final Duration HOLD = Duration.ofMinutes(6);

    private final PolicyServiceBlockingStub policies;
    private final DriverServiceBlockingStub drivers;
    private final boolean moves;
    private final boolean zones;

    /** With moves and rest advice, or without; with zones, or with the whole region. */
    public NightSeed(
            PolicyServiceBlockingStub policies,
            DriverServiceBlockingStub drivers,
            boolean moves,
            boolean zones) {
        this.policies = policies;
        this.drivers = drivers;
        this.moves = moves;
        this.zones = zones;
    }

    /** Putting it again changes nothing. Those who mean to apply to the group are no members yet. */
    public void put(
            Night night,
            Population people,
            List<GroupApplicant> applicants,
            PollingIntervals intervals) {
        put(policy(night, intervals), "");
        Set<String> applying =
                applicants.stream().map(GroupApplicant::driverId).collect(Collectors.toSet());
        applicants.forEach(
                applicant -> putDriver(applicant.driverId(), applicant.name(), Optional.empty()));
        for (SupporterPlan plan : people.supporters()) {
            if (!applying.contains(plan.driverId())) {
                putDriver(plan.driverId(), plan.name(), Optional.of(REGION));
            }
        }
    }

    /**
     * The same policy for the rehearsal's region, all day long, and the drivers who take part. While the clock stands no call can wait
     * for a supporter.
     */
    public void putRehearsal(Night night, PollingIntervals intervals) {
        Point centre = Rehearsal.PLACE.toProto();
        put(
                policy(night, intervals).toBuilder()
                        .setRegion(Rehearsal.REGION)
                        .setBounds(
                                Box.newBuilder()
                                        .setSouthWest(moved(centre, -Rehearsal.HALF_SIDE))
                                        .setNorthEast(moved(centre, Rehearsal.HALF_SIDE)))
                        .setWindowBegin(Rehearsal.WINDOW_BEGIN)
                        .setWindowLength(Timestamps.of(Rehearsal.WINDOW))
                        .setAssignment(PolicyDefaults.assignment().toProto())
                        .build(),
                Rehearsal.WHAT_IT_IS);
        Rehearsal.supporters()
                .forEach(driverId -> putDriver(driverId, driverId, Optional.of(Rehearsal.REGION)));
    }

    private void put(Policy policy, String reason) {
        policies.put(
                dev.supporters.proto.policy.v1.PutRequest.newBuilder()
                        .setRequestId("local-policy-" + policy.getRegion())
                        .setPolicy(policy)
                        .setExpectedVersion(-1)
                        .setActor("local")
                        .setReason(reason)
                        .build());
    }

    private void putDriver(String driverId, String name, Optional<String> memberIn) {
        Driver.Builder driver = Driver.newBuilder().setDriverId(driverId).setName(name);
        memberIn.map(NightSeed::member).ifPresent(driver::addMemberships);
        drivers.put(
                dev.supporters.proto.driver.v1.PutRequest.newBuilder()
                        .setRequestId("local-driver-" + driverId)
                        .setDriver(driver)
                        .build());
    }

    /** Membership in a region, with the activity mode on. */
    public static Membership member(String region) {
        return Membership.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(region)
                .setMode(ActivityMode.ACTIVITY_MODE_ON)
                .build();
    }

    /**
     * The usual veto, or a quarter of a real second at the clock's rate, so that a refusal can arrive in time; but not
     * more than a policy may have.
     */
    public static Duration veto(double rate) {
        Duration reachable = Duration.ofMillis((long) (rate * REAL_SECONDS_FOR_A_REFUSAL * 1000));
        Duration most = PolicyLimits.LONGEST_VETO;
        Duration longest = reachable.compareTo(most) < 0 ? reachable : most;
        return longest.compareTo(PolicyDefaults.VETO) > 0 ? longest : PolicyDefaults.VETO;
    }

    private Policy policy(Night night, PollingIntervals intervals) {
        return PolicyDefaults.policy()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(REGION)
                .setBounds(
                        Box.newBuilder()
                                .setSouthWest(night.region().southWest().toProto())
                                .setNorthEast(night.region().northEast().toProto()))
                .setTimeZone(night.zone().getId())
                .setWindowBegin(Night.WINDOW_BEGIN.toString())
                .setWindowLength(Timestamps.of(Night.WINDOW_LENGTH))
                .setVeto(Timestamps.of(veto(intervals.rate())))
                .setHourlyWage(
                        Money.newBuilder()
                                .setAmount(night.hourlyWage())
                                .setCurrency(night.currency()))
                .setRolloutPercent(100)
                .setMaxPickup(Timestamps.of(LONGEST_PICKUP))
                .setMaxCandidates(32)
                .setUnreachableAfter(Timestamps.of(intervals.unreachableAfter()))
                .setAssignment(assignment().toProto())
                .setMoves((moves ? moves(intervals) : MovePolicy.OFF).toProto())
                .setZones((zones ? PolicyDefaults.zones() : ZonePolicy.OFF).toProto())
                .setAbuse(PolicyDefaults.abuse().toProto())
                .build();
    }

    /** The usual numbers; but a call that finds no supporter waits for one. */
    private static AssignmentPolicy assignment() {
        AssignmentPolicy usual = PolicyDefaults.assignment();
        return new AssignmentPolicy(
                usual.firstPickup(),
                usual.pickupGrowth(),
                HOLD,
                usual.chaining(),
                usual.chainWithin(),
                usual.shiftEndTolerance());
    }

    /** The usual numbers; but nobody is asked more often than an app can answer at the clock's rate. */
    static MovePolicy moves(PollingIntervals intervals) {
        MovePolicy usual = PolicyDefaults.moves();
        return new MovePolicy(
                usual.enabled(),
                longer(usual.minInterval(), intervals.proposals()),
                longer(usual.afterDecline(), intervals.proposals()),
                usual.restAdvice(),
                usual.restBegin(),
                usual.restEnd(),
                usual.restPercent());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Point moved(Point point, double degrees) {
        return Point.newBuilder()
                .setLat(point.getLat() + degrees)
                .setLng(point.getLng() + degrees)
                .build();
    }
}

package dev.supporters.routing;

import static dev.supporters.contract.WorkStep.State.WORKING;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.routing.decision.RoutableCall;
import dev.supporters.routing.geo.Cells;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.LastKnownLocation;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What several tests need. */
public final class RoutingFixtures {

    public static final Instant NOW = TestClock.FRIDAY_NIGHT;
    public static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    public static final Position ORIGIN = new Position(37.4979, 127.0276);
    public static final RegionBounds SEOUL = new RegionBounds(37.4, 126.7, 37.7, 127.2);
    public static final String DESTINATION = "판교역 신분당선 3번출구";
    public static final Cells CELLS = new Cells();

    private RoutingFixtures() {}

    /** Nobody, of whom nobody drives for general dispatch. */
    public static FreeSupporters freeSupporters() {
        return new FreeSupporters(CELLS, new GeneralDrives(new TestClock()));
    }

    public static RegionPolicy policy(
            String region, long version, RegionBounds bounds, int rolloutPercent) {
        return new RegionPolicy(
                Product.PRODUCT_DRIVER,
                region,
                version,
                bounds,
                path(rolloutPercent),
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    /** That of Seoul, with other numbers of assignment. */
    public static RegionPolicy policy(long version, AssignmentPolicy assignment) {
        RegionPolicy plain = policy("seoul", version, SEOUL, 100);
        PathPolicy path =
                new PathPolicy(
                        plain.path().window(),
                        100,
                        plain.path().maxPickup(),
                        plain.path().maxCandidates(),
                        assignment);
        return new RegionPolicy(
                plain.product(),
                plain.region(),
                version,
                plain.bounds(),
                path,
                plain.veto(),
                plain.onRefusal());
    }

    /** That of Seoul, which believes requests only so far. */
    public static RegionPolicy policy(long version, CallPolicy calls) {
        RegionPolicy plain = policy("seoul", version, SEOUL, 100);
        PathPolicy path =
                new PathPolicy(
                        plain.path().window(),
                        100,
                        plain.path().maxPickup(),
                        plain.path().maxCandidates(),
                        plain.path().assignment(),
                        "KRW",
                        calls);
        return new RegionPolicy(
                plain.product(),
                plain.region(),
                version,
                plain.bounds(),
                path,
                plain.veto(),
                plain.onRefusal());
    }

    /** As the topic tells it. */
    public static void put(RegionPolicies policies, RegionPolicy policy) {
        policies.put(PolicyPut.newBuilder().setPolicy(told(policy)).build());
    }

    /** As its message. */
    public static Policy.Builder told(RegionPolicy policy) {
        PathPolicy path = policy.path();
        return Policy.newBuilder()
                .setProduct(policy.product())
                .setRegion(policy.region())
                .setVersion(policy.version())
                .setBounds(policy.bounds().toProto())
                .setTimeZone(path.window().zone().getId())
                .setWindowBegin(path.window().begin().toString())
                .setWindowLength(Timestamps.of(path.window().length()))
                .setRolloutPercent(path.rolloutPercent())
                .setMaxPickup(Timestamps.of(path.maxPickup()))
                .setMaxCandidates(path.maxCandidates())
                .setAssignment(path.assignment().toProto())
                .setHourlyWage(Money.newBuilder().setCurrency(path.currency()))
                .setCalls(path.calls().toProto())
                .setVeto(Timestamps.of(policy.veto()))
                .setOnRefusal(policy.onRefusal());
    }

    /** A step of an engagement of this night. */
    public static EngagementStep engagement(
            String driverId, String commandId, EngagementStep.State state) {
        DriverId driver = new DriverId(driverId);
        return new EngagementStep(
                driver,
                new CallId("1"),
                commandId,
                WorkId.of(driver, Product.PRODUCT_DRIVER, LocalDate.of(2026, 11, 20)),
                Product.PRODUCT_DRIVER,
                3,
                state,
                NOW);
    }

    private static PathPolicy path(int rolloutPercent) {
        return new PathPolicy(
                new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), Duration.ofHours(4)),
                rolloutPercent,
                Duration.ofMinutes(20),
                3,
                AssignmentPolicy.OFF);
    }

    public static RoutableCall call(String callId) {
        return new RoutableCall(
                new CallId(callId), Product.PRODUCT_DRIVER, ORIGIN, message(callId));
    }

    /** With another fare, over so many metres. */
    public static RoutableCall call(String callId, long fare, String currency, int meters) {
        return new RoutableCall(
                new CallId(callId),
                Product.PRODUCT_DRIVER,
                ORIGIN,
                message(callId).toBuilder()
                        .setFare(Money.newBuilder().setAmount(fare).setCurrency(currency))
                        .setDistanceMeters(meters)
                        .build());
    }

    public static Call message(String callId) {
        return Call.newBuilder()
                .setCallId(callId)
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId("7")
                .setOrigin(place(ORIGIN).toBuilder().setPoi("판교역").setAddress("경기 성남시"))
                .setDestination(
                        Place.newBuilder().setLat("37.3947").setLng("127.1112").setPoi(DESTINATION))
                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                .build();
    }

    public static Place place(Position position) {
        return Place.newBuilder()
                .setLat(Double.toString(position.lat()))
                .setLng(Double.toString(position.lng()))
                .build();
    }

    /** A supporter begins to work so many degrees north of the origin. */
    public static void begin(FreeSupporters supporters, String driverId, double degreesNorth) {
        begin(supporters, driverId, new Position(ORIGIN.lat() + degreesNorth, ORIGIN.lng()));
    }

    public static void begin(FreeSupporters supporters, String driverId, Position position) {
        DriverId driver = new DriverId(driverId);
        supporters.shift(driver, now -> now.begun(step(driverId, 1, WORKING), WINDOW_END));
        supporters.location(driver, now -> now.seen(seen(position, NOW)));
    }

    /** A step of the shift of this night. */
    public static WorkStep step(String driverId, long version, WorkStep.State state) {
        DriverId driver = new DriverId(driverId);
        return new WorkStep(
                driver,
                WorkId.of(driver, Product.PRODUCT_DRIVER, LocalDate.of(2026, 11, 20)),
                Product.PRODUCT_DRIVER,
                "seoul",
                version,
                state,
                NOW.plusSeconds(version));
    }

    public static LastKnownLocation.Seen seen(Position position, Instant time) {
        return new LastKnownLocation.Seen(position, CELLS.cell(position), time);
    }
}

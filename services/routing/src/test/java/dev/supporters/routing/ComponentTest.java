package dev.supporters.routing;

import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.WINDOW_END;

import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A night in which one supporter is free. */
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeParts.class)
abstract class ComponentTest {

    private static final AtomicInteger DRIVERS = new AtomicInteger(1_004_550);

    @Inject FreeSupporters supporters;
    @Inject RegionPolicies policies;

    FakeParts parts;

    final String driver = Integer.toString(DRIVERS.incrementAndGet());
    final EventProbe probe = EventProbe.ofTest();

    private TestChannel channel;
    private RoutingServiceBlockingStub routing;

    @BeforeEach
    void openANightWithOneSupporter() {
        channel = new TestChannel();
        routing = channel.stub(RoutingServiceGrpc::newBlockingStub);
        await().untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        tellPolicy();
        tell(
                work(1).setBegun(
                                WorkBegun.newBuilder()
                                        .setWindowEndTime(Timestamps.of(WINDOW_END))
                                        .setLocation(point(ORIGIN.lat() + .001, ORIGIN.lng()))));
        tellLocation();
        await().until(() -> supporters.count() == 1);
        await().until(() -> policies.at(Product.PRODUCT_DRIVER, ORIGIN).isPresent());
    }

    @AfterEach
    void endTheWork() {
        tell(work(2).setEnded(WorkEnded.getDefaultInstance()));
        await().until(() -> supporters.count() == 0);
        probe.close();
        channel.close();
    }

    Decision route(String callId) {
        return routing.route(
                        RouteRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCall(RoutingFixtures.message(callId))
                                .build())
                .getDecision();
    }

    /** What is decided about a call that is held. */
    List<Decision> routeHeld(String callId) {
        RouteRequest held =
                RouteRequest.newBuilder()
                        .setRequestId("request-" + callId)
                        .setCall(
                                RoutingFixtures.message(callId).toBuilder()
                                        .setWaitingSince(Timestamps.of(NOW))
                                        .setHoldUntilTime(Timestamps.of(NOW.plusSeconds(60)))
                                        .addTags("supporters:fit"))
                        .build();
        return routing.routeHeld(RouteHeldRequest.newBuilder().addCalls(held).build())
                .getDecisionsList();
    }

    CallRouted record(String callId) {
        return probe.all(Topics.ROUTING, RoutingEvent.parser()).stream()
                .map(RoutingEvent::getRouted)
                .filter(routed -> routed.getDecision().getCallId().equals(callId))
                .findFirst()
                .orElse(CallRouted.getDefaultInstance());
    }

    ActivityEvent.Builder activity(long version, String callId) {
        return ActivityEvent.newBuilder()
                .setDriverId(driver)
                .setCallId(callId)
                .setCommandId("command-" + callId)
                .setWorkId(driver + "-driver-2026-11-20")
                .setBusinessDate("2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(NOW));
    }

    void tell(ActivityEvent.Builder event) {
        probe.tell(new Event(Topics.ACTIVITY, driver, "supporters.activity.v1", event.build()));
    }

    private void tellPolicy() {
        Policy policy =
                Policy.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setBounds(
                                Box.newBuilder()
                                        .setSouthWest(point(37.4, 126.7))
                                        .setNorthEast(point(37.7, 127.2)))
                        .setTimeZone("Asia/Seoul")
                        .setWindowBegin("21:00")
                        .setWindowLength(Timestamps.of(Duration.ofHours(4)))
                        .setVeto(Timestamps.of(Duration.ofSeconds(5)))
                        .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                        .setRolloutPercent(100)
                        .setMaxPickup(Timestamps.of(Duration.ofMinutes(20)))
                        .setMaxCandidates(32)
                        .build();
        PolicyEvent event =
                PolicyEvent.newBuilder().setPut(PolicyPut.newBuilder().setPolicy(policy)).build();
        probe.tell(new Event(Topics.POLICIES, "driver/seoul", "supporters.policy.put.v1", event));
    }

    private void tellLocation() {
        LocationEvent event =
                LocationEvent.newBuilder()
                        .setDriverId(driver)
                        .setEventTime(Timestamps.of(NOW))
                        .setReported(
                                LocationReported.newBuilder()
                                        .setLocation(point(ORIGIN.lat() + .001, ORIGIN.lng())))
                        .build();
        probe.tell(new Event(Topics.LOCATIONS, driver, "supporters.location.reported.v1", event));
    }

    private WorkEvent.Builder work(long version) {
        return WorkEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(driver + "-driver-2026-11-20")
                .setBusinessDate("2026-11-20")
                .setRegion("seoul")
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(NOW));
    }

    private void tell(WorkEvent.Builder event) {
        probe.tell(new Event(Topics.WORK, driver, "supporters.work.v1", event.build()));
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}

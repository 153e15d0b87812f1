package dev.supporters.routing;

import static dev.supporters.routing.RoutingFixtures.DESTINATION;
import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.WINDOW_END;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.request.ServiceToken;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;
import dev.supporters.routing.adapter.kafka.FreshView;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeParts.class)
class RoutingTest {

    private static final AtomicInteger DRIVERS = new AtomicInteger(1_004_550);

    @Inject RoutingConfig config;

    @Inject FreeSupporters supporters;

    @Inject Events events;

    FakeParts parts;

    private final String driver = Integer.toString(DRIVERS.incrementAndGet());
    private final EventProbe probe = EventProbe.ofTest();
    private ManagedChannel channel;
    private RoutingServiceBlockingStub routing;

    @BeforeEach
    void openANightWithOneSupporter() {
        channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                        .usePlaintext()
                        .build();
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        routing =
                RoutingServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        await().untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
        tellPolicy();
        tell(work(1).setBegun(WorkBegun.newBuilder().setWindowEndTime(Timestamps.of(WINDOW_END))));
        tellLocation();
        await().until(() -> supporters.count() == 1);
    }

    @AfterEach
    void endTheWork() {
        tell(work(2).setEnded(WorkEnded.getDefaultInstance()));
        await().until(() -> supporters.count() == 0);
        probe.close();
        channel.shutdownNow();
    }

    @Test
    void commandsTheCallAndTellsTheRecordOfTheDecision() {
        // When
        Decision decision = route("254137");

        // Then
        assertThat(decision)
                .isEqualTo(
                        Decision.newBuilder()
                                .setCallId("254137")
                                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                                .setReason(RoutingReason.ROUTING_REASON_ASSIGNED)
                                .setDriverId(driver)
                                .setCommandId("command-254137")
                                .setDeadlineTime(Timestamps.of(NOW.plusSeconds(5)))
                                .setEtaSeconds(300)
                                .setRegion("seoul")
                                .setPolicyVersion(1)
                                .setModel("fake@1")
                                .addTags("supporters:fit")
                                .build());
        AssignRequest assigned =
                parts.assigned.stream()
                        .filter(request -> request.getCallId().equals("254137"))
                        .findFirst()
                        .orElseThrow();
        assertThat(assigned.getVeto()).isEqualTo(Timestamps.of(Duration.ofSeconds(5)));
        assertThat(assigned.getOnRefusal())
                .isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
        await().untilAsserted(() -> assertThat(record("254137").getDecision()).isEqualTo(decision));
        CallRouted record = record("254137");
        assertThat(record.getOrigin()).isEqualTo(RoutingFixtures.place(ORIGIN));
        assertThat(record.getCandidatesList())
                .extracting(RankedCandidate::getDriverId)
                .containsExactly(driver);
        assertThat(record.getLatencyMillis()).isPositive();
    }

    @Test
    void tellsNobodyTheDestination() {
        // When
        route("254138");

        // Then
        await().untilAsserted(() ->
                assertThat(record("254138").getDecision().getCallId()).isEqualTo("254138"));
        assertThat(probe.records(Topics.ROUTING))
                .noneMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(DESTINATION));
        assertThat(parts.assigned).noneMatch(request -> request.toString().contains("37.3947"));
    }

    @Test
    void knowsWhoIsFreeFromEvents() {
        // When
        tell(activity(1, "800").setCommanded(CallCommanded.getDefaultInstance()));
        await().until(() -> supporters.count() == 0);
        Decision none = route("254139");
        tell(activity(2, "800").setRefused(CallRefused.getDefaultInstance()));
        await().until(() -> supporters.count() == 1);
        Decision again = route("254140");

        // Then
        assertThat(none.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
        assertThat(again.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
    }

    @Test
    void ranksByItselfWhenTheModelDoesNotAnswer() {
        // When
        Decision decision = route(FakeParts.CALL_WITHOUT_MODEL);

        // Then
        assertThat(decision.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
        assertThat(decision.getModel()).isEqualTo("nearest@1-local");
    }

    @Test
    void goesToGeneralDispatchWhenTaggingFails() {
        // When
        Decision decision = route(FakeParts.CALL_WITHOUT_TAGGING);

        // Then
        assertThat(decision.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_GENERAL);
        assertThat(decision.getReason())
                .isEqualTo(RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE);
    }

    @Test
    void measuresItsDecisions() {
        // When
        route("254141");

        // Then
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("supporters_routing_route_seconds_bucket{")
                .contains(
                        "supporters_routing_decisions_total{path=\"supporters\",reason=\"assigned\"}");
    }

    @Test
    void tellsTheLegacySystemUntilItAnswers() {
        // When
        tell(
                activity(1, FakeParts.CALL_TOLD_AT_THE_THIRD_TRY)
                        .setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        String expected =
                "POST Bearer "
                        + Embedded.LEGACY_TOKEN
                        + " {\"call_id\":\"904\",\"driver_id\":\""
                        + driver
                        + "\","
                        + "\"command_id\":\"command-904\",\"accepted_at\":\"2026-11-20T12:30:00Z\"}";
        await().untilAsserted(() ->
                assertThat(parts.posted)
                        .filteredOn(entry -> entry.contains("\"904\""))
                        .containsExactly(expected, expected, expected));
    }

    @Test
    void withdrawsACallThatACommissionDriverHas() {
        // When
        tell(
                activity(1, FakeParts.CALL_TAKEN_BY_COMMISSION)
                        .setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        await().untilAsserted(() ->
                assertThat(parts.cancelled)
                        .containsExactly(
                                CancelRequest.newBuilder()
                                        .setRequestId("withdraw-command-903")
                                        .setCallId("903")
                                        .setReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                                        .build()));
    }

    @Test
    void aFreshFunctionKnowsWhatWasBeforeItOnceItHasCaughtUp() {
        // When
        FreshView fresh = new FreshView(events, config);
        await().until(fresh::caughtUp);

        // Then
        assertThat(fresh.supporters().count()).isEqualTo(1);
        assertThat(fresh.policies().at(Product.PRODUCT_DRIVER, ORIGIN)).isPresent();
    }

    @Test
    void hasItsDefaults() {
        assertThat(config.serve()).isTrue();
        assertThat(config.history()).isEqualTo(Duration.ofHours(12));
    }

    private Decision route(String callId) {
        return routing.route(
                        RouteRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCall(RoutingFixtures.message(callId))
                                .build())
                .getDecision();
    }

    private CallRouted record(String callId) {
        return probe.all(Topics.ROUTING, RoutingEvent.parser()).stream()
                .map(RoutingEvent::getRouted)
                .filter(routed -> routed.getDecision().getCallId().equals(callId))
                .findFirst()
                .orElse(CallRouted.getDefaultInstance());
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
                .setRegion("seoul")
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(NOW));
    }

    private ActivityEvent.Builder activity(long version, String callId) {
        return ActivityEvent.newBuilder()
                .setDriverId(driver)
                .setCallId(callId)
                .setCommandId("command-" + callId)
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(NOW));
    }

    private void tell(WorkEvent.Builder event) {
        probe.tell(new Event(Topics.WORK, driver, "supporters.work.v1", event.build()));
    }

    private void tell(ActivityEvent.Builder event) {
        probe.tell(new Event(Topics.ACTIVITY, driver, "supporters.activity.v1", event.build()));
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}

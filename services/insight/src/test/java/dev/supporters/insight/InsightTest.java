package dev.supporters.insight;

import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.insight.v1.KpiEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.insight.v1.DecisionRequest;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.supporters.proto.insight.v1.KpiArea;
import dev.supporters.proto.insight.v1.KpisRequest;
import dev.supporters.proto.insight.v1.MomentCall;
import dev.supporters.proto.insight.v1.MomentSupporter;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.proto.insight.v1.NightMomentRequest;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.PlanSwitchbackRequest;
import dev.supporters.proto.insight.v1.PlanSwitchbackResponse;
import dev.supporters.proto.insight.v1.ReadSwitchbackRequest;
import dev.supporters.proto.insight.v1.ReplayResult;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.Switchback;
import dev.supporters.proto.insight.v1.SwitchbackArm;
import dev.supporters.proto.insight.v1.SwitchbackInterval;
import dev.supporters.proto.insight.v1.ZoneKpis;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class InsightTest {

    @Inject TestClock clock;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private InsightServiceBlockingStub insight;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        insight = channel.stub(InsightServiceGrpc::newBlockingStub);
    }

    @Test
    void tellsHowGoodTheNightIsWhileItGoesOn() {
        // Given
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder().setPut(SampleNight.seoul()).build()));
        probe.tell(
                new Event(
                        Topics.DRIVERS,
                        "9",
                        "supporters.driver.put.v1",
                        SampleNight.member("9", ActivityMode.ACTIVITY_MODE_ON)));
        probe.tellPoison(Topics.CALLS, "1");
        probe.tell(
                new Event(
                        Topics.ZONES,
                        "DRIVER/seoul",
                        "supporters.zones.planned.v1",
                        SampleNight.zones("3", at(0), 37.5)));
        tell(SampleNight.begun("7", at(0)));
        tell(SampleNight.requested("1", at(1)));
        for (int twice = 0; twice < 2; twice++) {
            tell(SampleNight.accepted("1", "7", at(2), true));
            tell(SampleNight.arrived("1", "7", at(8)));
            tell(SampleNight.completed("1", "7", at(18)));
            tell(
                    SampleNight.ended(
                            "1",
                            at(18),
                            CallState.CALL_STATE_COMPLETED,
                            DispatchPath.DISPATCH_PATH_SUPPORTERS));
        }

        // When
        NightKpis kpis = counted();

        // Then
        assertThat(kpis.getCalls()).isOne();
        assertThat(kpis.getAcceptedCommands()).isOne();
        assertThat(kpis.getAttendanceRate()).isEqualTo(.5);
        assertThat(kpis.getSupporterCompletionRate()).isEqualTo(1);
        assertThat(kpis.getAutoAcceptShare()).isEqualTo(1);
        assertThat(kpis.getPickupMinutesMean()).isEqualTo(6);
        assertThat(kpis.getGeneralShare()).isZero();
        assertThat(kpis.hasGini()).isTrue();
        assertThat(kpis.getCostPerCompletedCall().getCurrency()).isEqualTo("KRW");
        assertThat(insight.kpis(request().setRegion("seoul").build()).getRegions(0).getZonesList())
                .extracting(
                        ZoneKpis::getArea, ZoneKpis::getZoneId, zone -> zone.getKpis().getCalls())
                .containsExactly(
                        tuple(KpiArea.KPI_AREA_ZONE, "3", 1L),
                        tuple(KpiArea.KPI_AREA_REGION, "", 0L));
        Awaitility.await()
                .untilAsserted(() -> {
                    // told once a minute at most
                    clock.advance(Duration.ofSeconds(30));
                    clock.tick();
                    assertThat(probe.all(Topics.KPIS, KpiEvent.parser()))
                            .filteredOn(event -> event.getRegion().equals("seoul"))
                            .last()
                            .satisfies(event ->
                                    assertThat(event.getCounted().getKpis().getCalls()).isOne());
                });
    }

    @Test
    void showsTheNightAsItWasAtAMoment() {
        // Given a region of its own, since other tests count the calls of theirs
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/busan",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder()
                                .setPut(SampleNight.policy("busan", 35, 35.3))
                                .build()));
        tell(SampleStates.begun("17", 0).toBuilder().setRegion("busan").build());
        CallEvent requested = SampleStates.call("11", 1, 1, CallState.CALL_STATE_REQUESTED, "");
        tell(
                requested.toBuilder()
                        .setRequested(
                                CallRequested.newBuilder()
                                        .setOrigin(Place.newBuilder().setLat("35.1").setLng("127")))
                        .build());
        tell(SampleStates.call("11", 2, 2, CallState.CALL_STATE_DRIVING, "17"));

        // When
        NightMomentResponse moment =
                Awaitility.await()
                        .until(
                                () -> {
                                    clock.advance(Duration.ofSeconds(30));
                                    clock.tick();
                                    return moment(3);
                                },
                                found ->
                                        found.getSupportersList().stream()
                                                .anyMatch(each -> each.getCallId().equals("11")));

        // Then
        assertThat(moment.getSupportersList())
                .extracting(
                        MomentSupporter::getDriverId,
                        MomentSupporter::getActivity,
                        MomentSupporter::getCallId)
                .containsExactly(tuple("17", SupporterActivity.SUPPORTER_ACTIVITY_DRIVING, "11"));
        assertThat(moment(1).getCallsList())
                .extracting(MomentCall::getCallId, MomentCall::getState)
                .containsExactly(tuple("11", CallState.CALL_STATE_REQUESTED));
    }

    private NightMomentResponse moment(int minute) {
        return insight.nightMoment(
                NightMomentRequest.newBuilder()
                        .setProduct(SampleNight.DRIVER)
                        .setRegion("busan")
                        .setBusinessDate(SampleNight.FRIDAY.toString())
                        .setMomentTime(Timestamps.of(at(minute)))
                        .build());
    }

    @Test
    void explainsADecisionAndTakesItAgain() {
        // Given
        probe.tellPoison(Topics.ROUTING, "254137");
        probe.tell(
                new Event(
                        Topics.ROUTING,
                        "pool",
                        "supporters.routing.pool.v1",
                        RoutingEvent.newBuilder()
                                .setPool(PoolSolved.getDefaultInstance())
                                .build()));
        Event decided =
                new Event(
                        Topics.ROUTING,
                        "254137",
                        "supporters.routing.routed.v1",
                        RoutingEvent.newBuilder().setRouted(SampleDecisions.ASSIGNED).build());
        probe.tell("same", decided);
        probe.tell("same", decided);
        probe.tell("other", decided);
        Event pool =
                new Event(
                        Topics.ROUTING,
                        "pool",
                        "supporters.routing.pool-solved.v1",
                        RoutingEvent.newBuilder().setPool(SampleDecisions.POOL).build());
        probe.tell("pool", pool);
        probe.tell("pool", pool);

        // When
        DecisionResponse response =
                Awaitility.await()
                        .ignoreExceptions()
                        .until(() -> decision("254137"), found -> found.getDecisionsCount() == 2);

        // Then
        assertThat(response.getDecisionsList())
                .allSatisfy(decision -> {
                    assertThat(decision.getRecord()).isEqualTo(SampleDecisions.ASSIGNED);
                    assertThat(decision.getResult()).isEqualTo(ReplayResult.REPLAY_RESULT_SAME);
                    assertThat(decision.getExplanationsList()).hasSize(2);
                });
        Awaitility.await()
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(decision("254140").getPoolsList())
                                .singleElement()
                                .satisfies(solved -> {
                                    assertThat(solved.getRecord()).isEqualTo(SampleDecisions.POOL);
                                    assertThat(solved.getResult())
                                            .isEqualTo(ReplayResult.REPLAY_RESULT_SAME);
                                }));
    }

    @Test
    void plansAndReadsAnExperiment() {
        // Given
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/jeju",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder()
                                .setPut(SampleNight.policy("jeju", 33, 34))
                                .build()));
        Switchback switchback =
                Switchback.newBuilder()
                        .setName("pickup limit")
                        .setFirstDate("2026-11-20")
                        .setIntervalMinutes(60)
                        .setWashOutMinutes(10)
                        .build();
        PlanSwitchbackRequest asked =
                PlanSwitchbackRequest.newBuilder()
                        .setSwitchback(switchback)
                        .setProduct(SampleNight.DRIVER)
                        .setRegion("jeju")
                        .setBusinessDate("2026-11-20")
                        .build();

        // When
        PlanSwitchbackResponse plan =
                Awaitility.await()
                        .ignoreExceptions()
                        .until(() -> insight.planSwitchback(asked), found -> true);

        // Then
        assertThat(plan.getIntervalsList())
                .extracting(SwitchbackInterval::getArm)
                .containsOnly(
                        SwitchbackArm.SWITCHBACK_ARM_CONTROL,
                        SwitchbackArm.SWITCHBACK_ARM_TREATMENT)
                .hasSize(4);
        assertThat(
                        insight.readSwitchback(
                                        ReadSwitchbackRequest.newBuilder()
                                                .setSwitchback(switchback)
                                                .setProduct(SampleNight.DRIVER)
                                                .addRegions("jeju")
                                                .setNights(14)
                                                .build())
                                .hasDifference())
                .isFalse();
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () ->
                        insight.planSwitchback(
                                asked.toBuilder()
                                        .setSwitchback(
                                                switchback.toBuilder().setIntervalMinutes(33))
                                        .build()));
        assertCode(
                Status.Code.NOT_FOUND,
                () -> insight.planSwitchback(asked.toBuilder().setRegion("atlantis").build()));
    }

    @Test
    void refusesWhatThereIsNot() {
        assertCode(Status.Code.NOT_FOUND, () -> decision("4711"));
        assertCode(Status.Code.INVALID_ARGUMENT, () -> decision(""));
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () -> insight.kpis(request().setBusinessDate("tonight").build()));
        assertCode(
                Status.Code.INVALID_ARGUMENT, () -> insight.kpis(request().clearProduct().build()));
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () -> insight.kpis(request().setRegion("No Region").build()));
        assertThat(
                        insight.kpis(request().setBusinessDate("2019-06-21").build())
                                .getTotal()
                                .hasNight())
                .isFalse();
    }

    @Test
    void refusesADryRunOfANightThatIsNotKnown() {
        // Given
        Policy policy =
                PolicyDefaults.policy()
                        .mergeFrom(SampleNight.seoul().getPolicy())
                        .setMaxCandidates(32)
                        .build();
        DryRunPolicyRequest asked =
                DryRunPolicyRequest.newBuilder()
                        .setPresent(policy)
                        .setProposed(policy)
                        .setNights(2)
                        .setSeed(1)
                        .setBusinessDate("2019-06-21")
                        .build();

        // When and then
        assertCode(Status.Code.NOT_FOUND, () -> insight.dryRunPolicy(asked));
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () -> insight.dryRunPolicy(asked.toBuilder().setModelNights(true).build()));
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () -> insight.dryRunPolicy(asked.toBuilder().setBusinessDate("tonight").build()));
    }

    @Test
    void tellsHowFarItFollowsPolicies() {
        // When
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/ulsan",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder()
                                .setPut(SampleNight.policy("ulsan", 35.4, 35.6))
                                .build()));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(RestAssured.get("/q/metrics").asString().lines())
                                .filteredOn(line ->
                                        line.startsWith(
                                                "supporters_topic_reader_newest_event_seconds"))
                                .filteredOn(
                                        line -> line.contains("topic=\"" + Topics.POLICIES + "\""))
                                .singleElement()
                                .satisfies(line ->
                                        assertThat(
                                                        Double.parseDouble(
                                                                line.substring(
                                                                        line.lastIndexOf(' '))))
                                                .isGreaterThan(1.7e9)));
    }

    private static void assertCode(Status.Code code, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
    }

    /** Lets time pass until the call and the drive have been counted. */
    private NightKpis counted() {
        return Awaitility.await()
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(30));
                            clock.tick();
                            return insight.kpis(request().setRegion("seoul").build())
                                    .getTotal()
                                    .getNight();
                        },
                        night ->
                                night.getEndedCalls() == 1
                                        && night.hasTripsPerPaidHour()
                                        && night.getTripsPerPaidHour() > 0
                                        && night.getAttendanceRate() == .5
                                        && zonesKnown());
    }

    private boolean zonesKnown() {
        return insight
                .kpis(request().setRegion("seoul").build())
                .getRegions(0)
                .getZonesList()
                .stream()
                .anyMatch(zone -> zone.getArea() == KpiArea.KPI_AREA_ZONE);
    }

    private static KpisRequest.Builder request() {
        return KpisRequest.newBuilder()
                .setBusinessDate(SampleNight.FRIDAY.toString())
                .setProduct(SampleNight.DRIVER);
    }

    private DecisionResponse decision(String callId) {
        return insight.decision(DecisionRequest.newBuilder().setCallId(callId).build());
    }

    private void tell(CallEvent event) {
        probe.tell(new Event(Topics.CALLS, event.getCallId(), "supporters.call.v1", event));
    }

    private void tell(ActivityEvent event) {
        probe.tell(
                new Event(Topics.ACTIVITY, event.getDriverId(), "supporters.activity.v1", event));
    }

    private void tell(WorkEvent event) {
        probe.tell(new Event(Topics.WORK, event.getDriverId(), "supporters.work.v1", event));
    }
}

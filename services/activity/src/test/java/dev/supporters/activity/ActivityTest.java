package dev.supporters.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.GetPositionRequest;
import dev.supporters.proto.activity.v1.GetPositionResponse;
import dev.supporters.proto.activity.v1.ListNoticesRequest;
import dev.supporters.proto.activity.v1.ListSignalsRequest;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.PositionProblem;
import dev.supporters.proto.activity.v1.RejectedPosition;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.TimelineEntry;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.activity.v1.TimelineResponse;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class ActivityTest {

    private static final String WORK_ID = "7-driver-2026-11-20";

    @Inject TestClock clock;
    @Inject ActivityConfig config;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private ActivityServiceBlockingStub activity;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        activity = channel.stub(ActivityServiceGrpc::newBlockingStub);
    }

    @Test
    void followsADriverThroughAnOutageAndWritesItDown() {
        // Given
        Instant begin = clock.instant();
        tellPolicy(Duration.ofSeconds(40));
        probe.tell(begun(begin));
        probe.tell("command-1", commanded(begin.plusSeconds(5)));
        probe.tell("command-1", commanded(begin.plusSeconds(5)));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(workIdOfAReport(clock.instant())).isEqualTo(WORK_ID));

        // When
        Instant lastReport = clock.instant();
        Awaitility.await()
                .untilAsserted(() -> {
                    clock.advance(Duration.ofSeconds(10));
                    assertThat(timeline(100))
                            .extracting(TimelineEntry::getAction)
                            .contains("UNREACHABLE");
                });
        Instant back = clock.instant();
        report(back);

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(timeline(100))
                                .containsExactly(
                                        entry(begin, "WORK_BEGUN", ""),
                                        entry(begin.plusSeconds(5), "CALL_COMMANDED", "254137"),
                                        entry(lastReport.plusSeconds(40), "UNREACHABLE", ""),
                                        entry(back, "REACHABLE", "")));
        List<TimelineEntry> paged = timeline(3);
        assertThat(paged).isEqualTo(timeline(100));
    }

    @Test
    void listsAPositionOfTheFutureByItsIndex() {
        // When
        ReportResponse response = report(clock.instant().plusSeconds(61));

        // Then
        assertThat(response.getTaken()).isZero();
        assertThat(response.getRejectedList())
                .containsExactly(
                        RejectedPosition.newBuilder()
                                .setIndex(0)
                                .setProblem(PositionProblem.POSITION_PROBLEM_AHEAD)
                                .build());
    }

    @Test
    void tellsWhereADriverWasLastAndNothingOfOneWhoNeverReported() {
        // Given
        Instant reported = clock.instant().plusMillis(1);
        clock.advance(Duration.ofMillis(1));
        report("8", reported);

        // When
        GetPositionResponse known = activity.getPosition(positionOf("8"));
        GetPositionResponse unknown = activity.getPosition(positionOf("9"));

        // Then
        assertThat(known.getLocation())
                .isEqualTo(Point.newBuilder().setLat(37.5).setLng(127).build());
        assertThat(Timestamps.instant(known.getEventTime())).isEqualTo(reported);
        assertThat(unknown).isEqualTo(GetPositionResponse.getDefaultInstance());
    }

    @Test
    void refusesATimelineWithoutADate() {
        assertThatThrownBy(() ->
                        activity.timeline(
                                TimelineRequest.newBuilder()
                                        .setDriverId("7")
                                        .setBusinessDate("yesterday")
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(e.getStatus().getCode())
                                        .isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void showsNoSignalsWhereNoneWereFoundAndDecidesOnNone() {
        assertThat(
                        activity.listSignals(
                                        ListSignalsRequest.newBuilder()
                                                .setDriverId("7")
                                                .setUndecided(true)
                                                .build())
                                .getSignalsList())
                .isEmpty();
        assertThatThrownBy(() ->
                        activity.decideSignal(
                                DecideSignalRequest.newBuilder()
                                        .setRequestId("r1")
                                        .setSignalId("nothing")
                                        .setDecision(SignalDecision.SIGNAL_DECISION_WARN)
                                        .setReason("why")
                                        .setActor("operator-1")
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void tellsADriverNothingWhereNothingWasDecided() {
        assertThat(
                        activity.listNotices(
                                        ListNoticesRequest.newBuilder().setDriverId("7").build())
                                .getNoticesList())
                .isEmpty();
    }

    @Test
    void hasItsDefaults() {
        FixedConfig defaults = new FixedConfig();
        assertThat(config.unreachableAfter()).isEqualTo(defaults.unreachableAfter());
        assertThat(config.fastestKmh()).isEqualTo(defaults.fastestKmh());
        assertThat(config.sweepEvery()).isEqualTo(defaults.sweepEvery());
        assertThat(config.keepEvery()).isEqualTo(defaults.keepEvery());
        assertThat(config.workHistory()).isEqualTo(defaults.workHistory());
        assertThat(config.locationHistory()).isEqualTo(defaults.locationHistory());
        assertThat(config.timelineRetention()).isEqualTo(defaults.timelineRetention());
        assertThat(config.abuse().enabled()).isEqualTo(defaults.abuse().enabled());
        assertThat(config.abuse().every()).isEqualTo(defaults.abuse().every());
        assertThat(config.abuse().settle()).isEqualTo(defaults.abuse().settle());
        assertThat(config.abuse().history()).isEqualTo(defaults.abuse().history());
        assertThat(config.abuse().decideWithin()).isEqualTo(defaults.abuse().decideWithin());
    }

    /** Reports a little later each time it is asked, as only newer positions are published. */
    private String workIdOfAReport(Instant time) {
        clock.advance(Duration.ofMillis(1));
        report(time.plusMillis(1));
        return probe.all(Topics.LOCATIONS, LocationEvent.parser()).stream()
                .filter(LocationEvent::hasReported)
                .map(LocationEvent::getWorkId)
                .reduce("", (earlier, later) -> later);
    }

    private ReportResponse report(Instant time) {
        return report("7", time);
    }

    private ReportResponse report(String driverId, Instant time) {
        return activity.report(
                ReportRequest.newBuilder()
                        .setDriverId(driverId)
                        .addPositions(
                                Position.newBuilder()
                                        .setLocation(Point.newBuilder().setLat(37.5).setLng(127))
                                        .setReportTime(Timestamps.of(time)))
                        .build());
    }

    private static GetPositionRequest positionOf(String driverId) {
        return GetPositionRequest.newBuilder().setDriverId(driverId).build();
    }

    private List<TimelineEntry> timeline(int pageSize) {
        List<TimelineEntry> entries = new ArrayList<>();
        String token = "";
        do {
            TimelineResponse page =
                    activity.timeline(
                            TimelineRequest.newBuilder()
                                    .setDriverId("7")
                                    .setBusinessDate("2026-11-20")
                                    .setPageSize(pageSize)
                                    .setPageToken(token)
                                    .build());
            entries.addAll(page.getEntriesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return entries;
    }

    private void tellPolicy(Duration unreachableAfter) {
        Policy policy =
                PolicyDefaults.policy()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setUnreachableAfter(Timestamps.of(unreachableAfter))
                        .build();
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        PolicyEvent.newBuilder()
                                .setPut(PolicyPut.newBuilder().setPolicy(policy))
                                .build()));
    }

    private static Event begun(Instant time) {
        return new Event(
                Topics.WORK,
                "7",
                "supporters.work.begun.v1",
                WorkEvent.newBuilder()
                        .setDriverId("7")
                        .setWorkId(WORK_ID)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setBusinessDate("2026-11-20")
                        .setVersion(1)
                        .setEventTime(Timestamps.of(time))
                        .setBegun(WorkBegun.getDefaultInstance())
                        .build());
    }

    private static Event commanded(Instant time) {
        return new Event(
                Topics.ACTIVITY,
                "7",
                "supporters.activity.commanded.v1",
                ActivityEvent.newBuilder()
                        .setDriverId("7")
                        .setCallId("254137")
                        .setCommandId("k1")
                        .setWorkId(WORK_ID)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVersion(2)
                        .setEventTime(Timestamps.of(time))
                        .setCommanded(CallCommanded.getDefaultInstance())
                        .build());
    }

    private static TimelineEntry entry(Instant time, String action, String callId) {
        return TimelineEntry.newBuilder()
                .setEventTime(Timestamps.of(time))
                .setAction(action)
                .setCallId(callId)
                .build();
    }
}

package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.google.protobuf.Duration;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.ZonePolicy;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkRestCause;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc.WorkServiceBlockingStub;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class WorkTest {

    @Inject TestClock clock;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private final AtomicInteger more = new AtomicInteger(3);
    private WorkServiceBlockingStub works;

    @BeforeEach
    void connect() {
        clock.set(TestClock.FRIDAY_NIGHT);
        channel = new TestChannel();
        works = channel.stub(WorkServiceGrpc::newBlockingStub);
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        policy(1, false)));
        await().ignoreExceptions().untilAsserted(() -> works.begin(begin("first", "first")));
    }

    /** Rule 2: today there is one type, and callers of older versions name none. */
    @Test
    void aBeginNamesTheTypeOfWork() {
        BeginRequest hourly =
                begin("r1", "typed").toBuilder().setWorkType(WorkType.WORK_TYPE_HOURLY).build();
        Work begun = works.begin(hourly).getWork();

        assertThat(begun.getWorkType()).isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(works.begin(begin("r1", "typed")).getWork()).isEqualTo(begun);
        assertThat(works.begin(begin("r1", "untyped")).getWork().getWorkType())
                .isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(refused(hourly.toBuilder().setDriverId("odd").setWorkTypeValue(2).build()))
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @Test
    void aShiftFromBeginToEnd() {
        // When
        Work begun = works.begin(begin("r1", "d1")).getWork();
        Work again = works.begin(begin("r1", "d1")).getWork();
        clock.advance(java.time.Duration.ofMinutes(60));
        Work resting =
                works.rest(
                                RestRequest.newBuilder()
                                        .setRequestId("r2")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        clock.advance(java.time.Duration.ofMinutes(10));
        Work resumed =
                works.resume(
                                ResumeRequest.newBuilder()
                                        .setRequestId("r3")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        Work ended =
                works.end(
                                EndRequest.newBuilder()
                                        .setRequestId("r4")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        // Then
        assertThat(again).isEqualTo(begun);
        assertThat(begun.getWorkId()).isEqualTo("d1-driver-2026-11-20");
        assertThat(resting.getState()).isEqualTo(WorkState.WORK_STATE_RESTING);
        assertThat(resumed.getRestedSeconds()).isEqualTo(600);
        assertThat(ended.getEndReason()).isEqualTo(WorkEndReason.WORK_END_REASON_DRIVER);
        assertThat(status("d1")).isEqualTo(ended);
        await().untilAsserted(() ->
                assertThat(told("d1"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED,
                                WorkEvent.EventCase.ENDED));
        assertThat(told("d1")).extracting(WorkEvent::getVersion).containsExactly(1L, 3L, 4L, 6L);
    }

    @Test
    void aShiftWhoseAnswersAreLostBeginsRestsAndEndsOnce() {
        // Given
        LostAnswers answers = new LostAnswers();
        WorkServiceBlockingStub unlucky = works.withInterceptors(answers);
        RestRequest rest =
                RestRequest.newBuilder()
                        .setRequestId("r2")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();
        ResumeRequest resume =
                ResumeRequest.newBuilder()
                        .setRequestId("r3")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();
        EndRequest end =
                EndRequest.newBuilder()
                        .setRequestId("r4")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();

        // When
        answers.repeated(() -> unlucky.begin(begin("r1", "lost")));
        answers.repeated(() -> unlucky.rest(rest));
        answers.repeated(() -> unlucky.resume(resume));
        Work ended = answers.repeated(() -> unlucky.end(end)).getWork();

        // Then
        assertThat(status("lost")).isEqualTo(ended);
        await().untilAsserted(() ->
                assertThat(told("lost"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED,
                                WorkEvent.EventCase.ENDED));
    }

    @Test
    void anOperatorWhoDoesNotHearTheAnswerEndsAShiftOnce() {
        // Given
        works.begin(begin("r1", "driving-on"));
        clock.set(TestShifts.WINDOW_END);
        await().untilAsserted(() ->
                assertThat(status("driving-on").getState()).isEqualTo(WorkState.WORK_STATE_ENDING));
        LostAnswers answers = new LostAnswers();
        WorkServiceBlockingStub unlucky = works.withInterceptors(answers);
        EndByOperatorRequest order =
                EndByOperatorRequest.newBuilder()
                        .setRequestId("r2")
                        .setDriverId("driving-on")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setBusinessDate("2026-11-20")
                        .setEndTime(Timestamps.of(TestShifts.WINDOW_END))
                        .setReason("the phone was lost")
                        .setActor("operator-1")
                        .build();

        // When
        answers.repeated(() -> unlucky.endByOperator(order));

        // Then
        await().untilAsserted(() ->
                assertThat(told("driving-on"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.ENDING,
                                WorkEvent.EventCase.ENDED));
    }

    @Test
    void refusesWhoIsNotAMember() {
        assertThat(refused(begin("r1", "stranger")))
                .isEqualTo(ErrorReason.ERROR_REASON_NOT_A_MEMBER);
        assertThat(refused(begin("r1", "lazy"))).isEqualTo(ErrorReason.ERROR_REASON_NOT_A_MEMBER);
    }

    @Test
    void withZonesAShiftBeginsInAnActiveCell() {
        // Given
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        policy(2, true)));
        probe.tellPoison(Topics.ZONES, "DRIVER/seoul");
        probe.tell(
                new Event(Topics.ZONES, "DRIVER/seoul", "supporters.zone.planned.v1", planned()));
        AtomicInteger looks = new AtomicInteger();

        // When: somebody else at each look, who is let in as long as the plan is not known
        await().untilAsserted(() ->
                assertThat(refused(outside("outside-" + looks.incrementAndGet())))
                        .isEqualTo(ErrorReason.ERROR_REASON_OUTSIDE_ZONE));
        Work inside = works.begin(begin("r2", "z1")).getWork();
        clock.advance(java.time.Duration.ofMinutes(6));
        Work late = works.begin(begin("r1", "z2")).getWork();
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        policy(3, false)));

        // Then
        assertThat(inside.getZoneId()).isEqualTo("3");
        assertThat(inside.getZoneCell()).isEqualTo("8830e1d8c7fffff");
        assertThat(late.getZoneId()).isEmpty();
        assertThat(late.getRegionReason()).isEqualTo("outdated");
        await().untilAsserted(() ->
                assertThat(told("z1"))
                        .extracting(event -> event.getBegun().getZoneCell())
                        .containsExactly("8830e1d8c7fffff"));
        await().untilAsserted(() ->
                assertThat(
                                works.begin(begin("r1", "z" + more.getAndIncrement()))
                                        .getWork()
                                        .getRegionReason())
                        .isEqualTo("switched_off"));
    }

    @Test
    void refusesARequestWithoutALocation() {
        assertThat(refused(begin("r1", "d2").toBuilder().clearLocation().build()))
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @Test
    void answersNothingForWhoNeverWorked() {
        assertThat(works.getStatus(statusRequest("nobody")).hasWork()).isFalse();
    }

    @Test
    void clocksOffOnTimeOrAfterTheDrive() {
        // Given
        works.begin(begin("r1", "free"));
        works.begin(begin("r1", "driving"));
        // When
        clock.set(TestShifts.WINDOW_END);
        // Then
        await().untilAsserted(() -> {
            assertThat(status("free").getState()).isEqualTo(WorkState.WORK_STATE_ENDED);
            assertThat(status("driving").getState()).isEqualTo(WorkState.WORK_STATE_ENDING);
        });
        assertThat(Timestamps.instant(status("free").getEndTime()))
                .isEqualTo(TestShifts.WINDOW_END);
        assertThat(status("free").getEndReason()).isEqualTo(WorkEndReason.WORK_END_REASON_WINDOW);
        // When
        Instant completed = TestShifts.WINDOW_END.plusSeconds(777);
        clock.set(completed);
        probe.tell(
                new Event(
                        Topics.ACTIVITY,
                        "driving",
                        "supporters.activity.completed.v1",
                        completed(completed)));
        // Then
        await().untilAsserted(() ->
                assertThat(status("driving").getState()).isEqualTo(WorkState.WORK_STATE_ENDED));
        assertThat(Timestamps.instant(status("driving").getEndTime())).isEqualTo(completed);
        assertThat(status("driving").getEndReason())
                .isEqualTo(WorkEndReason.WORK_END_REASON_AFTER_DRIVE);
    }

    @Test
    void whoIsRemovedFromTheGroupIsClockedOff() {
        // Given
        works.begin(begin("r1", "leaver"));
        probe.tellPoison(Topics.DRIVERS, "leaver");

        // When
        probe.tell(
                new Event(
                        Topics.DRIVERS,
                        "leaver",
                        "supporters.driver.put.v1",
                        DriverEvent.newBuilder()
                                .setPut(
                                        DriverPut.newBuilder()
                                                .setDriver(
                                                        Driver.newBuilder().setDriverId("leaver")))
                                .build()));

        // Then
        await().untilAsserted(() ->
                assertThat(status("leaver").getEndReason())
                        .isEqualTo(WorkEndReason.WORK_END_REASON_REMOVED));
    }

    @Test
    void whoIsSwitchedOffRestsUntilTheModeIsOnAgain() {
        // Given
        works.begin(begin("r1", "switched"));

        // When
        probe.tell(mode("switched", 2, ActivityMode.ACTIVITY_MODE_OFF));

        // Then
        await().untilAsserted(() ->
                assertThat(status("switched").getRestCause())
                        .isEqualTo(WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE));
        assertThat(status("switched").getState()).isEqualTo(WorkState.WORK_STATE_RESTING);

        // When
        probe.tell(mode("switched", 3, ActivityMode.ACTIVITY_MODE_ON));

        // Then
        await().untilAsserted(() ->
                assertThat(told("switched"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED));
        assertThat(told("switched").get(1).getRested().getCause())
                .isEqualTo(WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE);
        assertThat(status("switched").getState()).isEqualTo(WorkState.WORK_STATE_WORKING);
    }

    private static Event mode(String driverId, long version, ActivityMode mode) {
        return new Event(
                Topics.DRIVERS,
                driverId,
                "supporters.driver.put.v1",
                DriverEvent.newBuilder()
                        .setPut(
                                DriverPut.newBuilder()
                                        .setDriver(
                                                Driver.newBuilder()
                                                        .setDriverId(driverId)
                                                        .setVersion(version)
                                                        .addMemberships(
                                                                Membership.newBuilder()
                                                                        .setProduct(
                                                                                Product
                                                                                        .PRODUCT_DRIVER)
                                                                        .setRegion("seoul")
                                                                        .setMode(mode))))
                        .build());
    }

    @Test
    void countsBeginsAndIsReady() {
        refused(begin("r1", "stranger"));

        RestAssured.get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "supporters_work_begins_total{reason=\"NONE\",result=\"begun\"}"))
                .body(
                        containsString(
                                "supporters_work_begins_total{reason=\"NOT_A_MEMBER\",result=\"refused\"}"));
        RestAssured.get("/q/health/ready").then().statusCode(200).body(containsString("policies"));
    }

    private static BeginRequest outside(String driverId) {
        return begin("r1", driverId).toBuilder().setLocation(point(37.6, 127)).build();
    }

    private ErrorReason refused(BeginRequest request) {
        StatusRuntimeException status =
                catchThrowableOfType(StatusRuntimeException.class, () -> works.begin(request));
        assertThat(status).as("a refusal").isNotNull();
        return RefusalStatus.fromStatus(status).reason();
    }

    private Work status(String driverId) {
        return works.getStatus(statusRequest(driverId)).getWork();
    }

    private List<WorkEvent> told(String driverId) {
        return probe.all(Topics.WORK, WorkEvent.parser()).stream()
                .filter(event -> event.getDriverId().equals(driverId))
                .toList();
    }

    private static GetStatusRequest statusRequest(String driverId) {
        return GetStatusRequest.newBuilder()
                .setDriverId(driverId)
                .setProduct(Product.PRODUCT_DRIVER)
                .build();
    }

    private static ActivityEvent completed(Instant time) {
        return ActivityEvent.newBuilder()
                .setDriverId("driving")
                .setWorkId("driving-driver-2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setEventTime(Timestamps.of(time))
                .setActionName(ActionName.ACTION_NAME_CALL_COMPLETED)
                .setCompleted(CallCompleted.getDefaultInstance())
                .build();
    }

    private static BeginRequest begin(String requestId, String driverId) {
        return BeginRequest.newBuilder()
                .setRequestId(requestId)
                .setDriverId(driverId)
                .setProduct(Product.PRODUCT_DRIVER)
                .setLocation(point(37.4979, 127.0276))
                .setAppPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                .setAppVersion("5.2.0")
                .build();
    }

    /** One triangular cell around the place of the begins, valid for five minutes. */
    private ZoneEvent planned() {
        Zones zones =
                Zones.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setExpireTime(Timestamps.of(clock.instant().plusSeconds(300)))
                        .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                        .addZones(
                                Zone.newBuilder()
                                        .setZoneId("3")
                                        .addCells(
                                                ZoneCell.newBuilder()
                                                        .setCell("8830e1d8c7fffff")
                                                        .addBoundary(point(37.49, 127.02))
                                                        .addBoundary(point(37.49, 127.04))
                                                        .addBoundary(point(37.51, 127.03))))
                        .build();
        return ZoneEvent.newBuilder().setPlanned(ZonesPlanned.newBuilder().setZones(zones)).build();
    }

    private static PolicyEvent policy(long version, boolean zones) {
        Policy policy =
                Policy.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(version)
                        .setZones(ZonePolicy.newBuilder().setEnabled(zones))
                        .setBounds(
                                Box.newBuilder()
                                        .setSouthWest(point(37.4, 126.7))
                                        .setNorthEast(point(37.7, 127.2)))
                        .setTimeZone("Asia/Seoul")
                        .setWindowBegin("21:00")
                        .setWindowLength(Duration.newBuilder().setSeconds(4 * 3600))
                        .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                        .build();
        return PolicyEvent.newBuilder().setPut(PolicyPut.newBuilder().setPolicy(policy)).build();
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}

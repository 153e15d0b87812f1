package dev.supporters.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.DispatchState;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.GetDispatchStatusRequest;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class DriverTest {

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private DriverServiceBlockingStub drivers;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        drivers = channel.stub(DriverServiceGrpc::newBlockingStub);
    }

    @Test
    void putsSwitchesAndPublishesADriver() {
        // Given
        Driver put = drivers.put(put("p1", "1")).getDriver();

        // When
        Driver off =
                drivers.setActivityMode(
                                SetActivityModeRequest.newBuilder()
                                        .setRequestId("p2")
                                        .setDriverId("1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setMode(ActivityMode.ACTIVITY_MODE_OFF)
                                        .build())
                        .getDriver();

        // Then
        assertThat(off.getVersion()).isEqualTo(2);
        assertThat(drivers.get(GetRequest.newBuilder().setDriverId("1").build()).getDriver())
                .isEqualTo(off);
        assertThat(
                        drivers.batchGet(
                                        BatchGetRequest.newBuilder()
                                                .addDriverIds("1")
                                                .addDriverIds("nobody")
                                                .build())
                                .getDriversList())
                .containsExactly(off);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(probe.all(Topics.DRIVERS, DriverEvent.parser()))
                                .extracting(event -> event.getPut().getDriver())
                                .filteredOn(driver -> driver.getDriverId().equals("1"))
                                .containsExactly(put, off));
    }

    @Test
    void whatIsPutWhileTheAnswerIsLostIsPutOnce() {
        // Given
        LostAnswers answers = new LostAnswers();
        DriverServiceBlockingStub unlucky = drivers.withInterceptors(answers);

        // When
        Driver put = answers.repeated(() -> unlucky.put(put("l1", "lost"))).getDriver();
        SetActivityModeRequest off =
                SetActivityModeRequest.newBuilder()
                        .setRequestId("l2")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setMode(ActivityMode.ACTIVITY_MODE_OFF)
                        .build();
        Driver switched = answers.repeated(() -> unlucky.setActivityMode(off)).getDriver();

        // Then
        assertThat(put.getVersion()).isEqualTo(1);
        assertThat(switched.getVersion()).isEqualTo(2);
    }

    @Test
    void whomAnOperatorSuspendsIsOff() {
        // Given
        drivers.put(put("u1", "suspended"));

        // When
        decided(1, SignalDecision.SIGNAL_DECISION_SUSPEND);
        decided(2, SignalDecision.SIGNAL_DECISION_HOLD_PAY);

        // Then
        GetRequest get =
                GetRequest.newBuilder().setDriverId("suspended").setModeChangesSize(100).build();
        Awaitility.await()
                .untilAsserted(() -> {
                    assertThat(drivers.get(get).getDriver().getMemberships(0).getMode())
                            .isEqualTo(ActivityMode.ACTIVITY_MODE_OFF);
                    assertThat(drivers.get(get).getModeChangesList())
                            .extracting(ModeChange::getActor)
                            .containsExactly("operator-1");
                });

        // When
        decided(3, SignalDecision.SIGNAL_DECISION_DISMISS);

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(drivers.get(get).getDriver().getMemberships(0).getMode())
                                .isEqualTo(ActivityMode.ACTIVITY_MODE_ON));
    }

    private void decided(int number, SignalDecision decision) {
        probe.tell(
                new Event(
                        Topics.SIGNALS,
                        "suspended",
                        "supporters.signal.decided.v1",
                        SignalEvent.newBuilder()
                                .setSignalId("DRIVER/seoul/2026-11-20/suspended/REFUSALS")
                                .setDriverId("suspended")
                                .setBusinessDate("2026-11-20")
                                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                .setDecided(
                                        OperatorDecided.newBuilder()
                                                .setDecision(decision)
                                                .setActor("operator-1")
                                                .setNumber(number)
                                                .setProduct(Product.PRODUCT_DRIVER))
                                .build()));
    }

    @Test
    void followsWhatADriverDoes() {
        // Given
        drivers.put(put("s1", "2"));
        assertThat(status("2").getState()).isEqualTo(DispatchState.DISPATCH_STATE_UNSPECIFIED);
        assertThat(status("2").hasBeginTime()).isFalse();

        // When
        probe.tell(
                new Event(
                        Topics.WORK,
                        "2",
                        "supporters.work.begun.v1",
                        WorkEvent.newBuilder()
                                .setDriverId("2")
                                .setWorkId("2-driver-2026-11-20")
                                .setBusinessDate("2026-11-20")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setVersion(1)
                                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                .setBegun(WorkBegun.getDefaultInstance())
                                .build()));
        probe.tellPoison(Topics.ACTIVITY, "2");
        probe.tell(
                new Event(
                        Topics.ACTIVITY,
                        "2",
                        "supporters.activity.commanded.v1",
                        ActivityEvent.newBuilder()
                                .setDriverId("2")
                                .setCallId("254137")
                                .setCommandId("k1")
                                .setWorkId("2-driver-2026-11-20")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setVersion(3)
                                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(60)))
                                .setCommanded(CallCommanded.getDefaultInstance())
                                .build()));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(status("2"))
                                .isEqualTo(
                                        DispatchStatus.newBuilder()
                                                .setDriverId("2")
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setState(DispatchState.DISPATCH_STATE_COMMANDED)
                                                .setCallId("254137")
                                                .setBeginTime(
                                                        Timestamps.of(
                                                                TestClock.FRIDAY_NIGHT.plusSeconds(
                                                                        60)))
                                                .build()));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        probe.records(
                                                "supporters.activity.v1.supporters.driver.status.dlq"))
                                .hasSize(1));
    }

    @Test
    void refusesTheStatusOfAnUnknownDriver() {
        assertThatThrownBy(() -> status("nobody"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private DispatchStatus status(String driverId) {
        return drivers.getDispatchStatus(
                        GetDispatchStatusRequest.newBuilder()
                                .setDriverId(driverId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build())
                .getStatus();
    }

    private static PutRequest put(String requestId, String driverId) {
        return PutRequest.newBuilder()
                .setRequestId(requestId)
                .setDriver(
                        Driver.newBuilder()
                                .setDriverId(driverId)
                                .setName("Kim")
                                .addMemberships(
                                        Membership.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("seoul")
                                                .setMode(ActivityMode.ACTIVITY_MODE_ON)))
                .build();
    }
}

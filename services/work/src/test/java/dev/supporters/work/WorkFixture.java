package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Duration;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.ZonePolicy;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc.WorkServiceBlockingStub;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.StatusRuntimeException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;

/** The whole service with a broker and a store, where a policy is in force. */
abstract class WorkFixture {

    @Inject TestClock clock;
    @AutoClose final EventProbe probe = EventProbe.ofTest();
    @AutoClose TestChannel channel;
    WorkServiceBlockingStub works;

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

    ErrorReason refused(BeginRequest request) {
        StatusRuntimeException status =
                catchThrowableOfType(StatusRuntimeException.class, () -> works.begin(request));
        assertThat(status).as("a refusal").isNotNull();
        return RefusalStatus.fromStatus(status).reason();
    }

    Work status(String driverId) {
        return works.getStatus(statusRequest(driverId)).getWork();
    }

    List<WorkEvent> told(String driverId) {
        return probe.all(Topics.WORK, WorkEvent.parser()).stream()
                .filter(event -> event.getDriverId().equals(driverId))
                .toList();
    }

    static GetStatusRequest statusRequest(String driverId) {
        return GetStatusRequest.newBuilder()
                .setDriverId(driverId)
                .setProduct(Product.PRODUCT_DRIVER)
                .build();
    }

    static BeginRequest begin(String requestId, String driverId) {
        return BeginRequest.newBuilder()
                .setRequestId(requestId)
                .setDriverId(driverId)
                .setProduct(Product.PRODUCT_DRIVER)
                .setLocation(point(37.4979, 127.0276))
                .setAppPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                .setAppVersion("5.2.0")
                .build();
    }

    static PolicyEvent policy(long version, boolean zones) {
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

    static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}

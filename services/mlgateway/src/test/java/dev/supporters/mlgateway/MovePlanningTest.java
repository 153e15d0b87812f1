package dev.supporters.mlgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.mlgateway.forecast.ForecastConfig;
import dev.supporters.mlgateway.moves.MovePlanningConfig;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.mlgateway.v1.ForecastBasis;
import dev.supporters.proto.mlgateway.v1.ForecastRequest;
import dev.supporters.proto.mlgateway.v1.ForecastResponse;
import dev.supporters.proto.mlgateway.v1.GetMovePlanRequest;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
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

/** The function mlgateway-moves with a broker and a store: topics in, a stored plan and its signals out. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
class MovePlanningTest {

    private static final Product DRIVER = Product.PRODUCT_DRIVER;

    @Inject TestClock clock;
    @Inject MovePlanningConfig moves;
    @Inject ForecastConfig forecast;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private MlGatewayServiceBlockingStub mlgateway;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        mlgateway = channel.stub(MlGatewayServiceGrpc::newBlockingStub);
    }

    @Test
    void plansFromTheTopicsAndPublishesSignals() {
        // Given
        probe.tell(policy());
        for (int call = 0; call < 20; call++) {
            probe.tell(requested("" + call));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(expected().getObservedCalls()).isEqualTo(20));
        probe.tell(begun("7"));

        // When
        Awaitility.await()
                .untilAsserted(() -> {
                    clock.advance(Duration.ofSeconds(15));
                    assertThat(probe.all(Topics.MOVE_SIGNALS, MoveSignalEvent.parser()))
                            .extracting(signal -> signal.getSignalled().getDriverId())
                            .contains("7");
                });

        // Then
        assertThat(expected().getBasis()).isEqualTo(ForecastBasis.FORECAST_BASIS_TONIGHT);
        assertThat(expected().getCalls()).isPositive();
        assertThat(RestAssured.get("/q/metrics").asString())
                // the clock goes on until the first signal is seen, so a second one may be on its
                // way
                .containsPattern("supporters_mlgateway_signals_total\\{kind=\"place\"} [1-9]")
                .contains("supporters_mlgateway_supporters_to_plan 1.0");
        MovePlanRecord record = newest();
        assertThat(record.getRegion()).isEqualTo("seoul");
        // that of the signal, or of a later tick, which does not ask again
        assertThat(record.getPlan().getMovesCount()).isBetween(0, 1);
        assertThat(record.getInputs().getSupportersList())
                .singleElement()
                .satisfies(supporter -> assertThat(supporter.getDriverId()).isEqualTo("7"));
    }

    @Test
    void refusesAForecastOfARegionWithoutAPolicy() {
        assertThatThrownBy(() ->
                        mlgateway.forecast(
                                ForecastRequest.newBuilder()
                                        .setProduct(DRIVER)
                                        .setRegion("atlantis")
                                        .setMinutes(30)
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void hasNoPlanOfARegionThatIsNotPlanned() {
        assertThat(
                        mlgateway
                                .getMovePlan(
                                        GetMovePlanRequest.newBuilder()
                                                .setProduct(DRIVER)
                                                .setRegion("busan")
                                                .build())
                                .hasRecord())
                .isFalse();
    }

    @Test
    void hasItsDefaults() {
        assertThat(moves.enabled()).isTrue();
        assertThat(moves.every()).hasSeconds(15);
        assertThat(moves.lease()).hasSeconds(45);
        assertThat(moves.skew()).hasSeconds(2);
        assertThat(moves.slack()).hasMinutes(10);
        assertThat(moves.adviceLasts()).hasMinutes(5);
        assertThat(moves.lookBack()).hasHours(12);
        assertThat(forecast.history()).isEmpty();
        assertThat(forecast.reloadEvery()).hasMinutes(1);
        assertThat(forecast.lookBack()).hasHours(12);
    }

    private ForecastResponse expected() {
        return mlgateway.forecast(
                ForecastRequest.newBuilder()
                        .setProduct(DRIVER)
                        .setRegion("seoul")
                        .setLocation(point(37.5))
                        .setMinutes(60)
                        .build());
    }

    private MovePlanRecord newest() {
        return mlgateway
                .getMovePlan(
                        GetMovePlanRequest.newBuilder()
                                .setProduct(DRIVER)
                                .setRegion("seoul")
                                .build())
                .getRecord();
    }

    private Event policy() {
        Policy policy =
                PolicyDefaults.policy()
                        .setRolloutPercent(100)
                        .setProduct(DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setBounds(new RegionBounds(37.3, 126.7, 37.7, 127.2).toProto())
                        .setMoves(PolicyDefaults.moves().toProto().toBuilder().setRestAdvice(false))
                        .build();
        return event(
                Topics.POLICIES,
                "DRIVER/seoul",
                PolicyEvent.newBuilder().setPut(PolicyPut.newBuilder().setPolicy(policy)).build());
    }

    private Event requested(String callId) {
        return event(
                Topics.CALLS,
                callId,
                CallEvent.newBuilder()
                        .setCallId(callId)
                        .setProduct(DRIVER)
                        .setVersion(1)
                        .setEventTime(Timestamps.of(clock.instant().minusSeconds(600)))
                        .setRequested(
                                CallRequested.newBuilder()
                                        .setOrigin(Place.newBuilder().setLat("37.5").setLng("127")))
                        .build());
    }

    private Event begun(String driverId) {
        return event(
                Topics.WORK,
                driverId,
                WorkEvent.newBuilder()
                        .setDriverId(driverId)
                        .setWorkId(driverId + "-driver-2026-11-20")
                        .setBusinessDate("2026-11-20")
                        .setProduct(DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setBegun(
                                WorkBegun.newBuilder()
                                        .setLocation(point(37.43))
                                        .setWindowEndTime(
                                                Timestamps.of(
                                                        clock.instant()
                                                                .plus(Duration.ofMinutes(210)))))
                        .build());
    }

    private static Event event(String topic, String key, Message payload) {
        return new Event(topic, key, "test", payload);
    }

    private static Point point(double lat) {
        return Point.newBuilder().setLat(lat).setLng(127).build();
    }
}

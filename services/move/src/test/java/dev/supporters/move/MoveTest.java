package dev.supporters.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.DriverId;
import dev.supporters.move.proposal.DueMovesRepository;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.GetActiveRequest;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.GetDriverMovesRequest;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc.MoveServiceBlockingStub;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.move.v1.RespondRequest;
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
import java.util.List;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class MoveTest {

    @Inject TestClock clock;
    @Inject MoveConfig config;
    @Inject DueMovesRepository dueMoves;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private MoveServiceBlockingStub moves;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        moves = channel.stub(MoveServiceGrpc::newBlockingStub);
    }

    @Test
    void aSignalBecomesAMoveThatIsAcceptedAndSupersededByACommand() {
        // Given
        probe.tell(signal("1", "m1", "37.394726"));
        probe.tell(begun("1"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(active("1").getMove().getMoveId()).isEqualTo("m1"));

        // When
        MoveState answered = moves.respond(respond("1", "m1")).getMove().getState();
        probe.tell(commanded("1"));

        // Then
        assertThat(answered).isEqualTo(MoveState.MOVE_STATE_ACCEPTED);
        Awaitility.await().untilAsserted(() -> assertThat(active("1").hasMove()).isFalse());
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(statesOf("m1"))
                                .containsExactly(
                                        MoveState.MOVE_STATE_PROPOSED,
                                        MoveState.MOVE_STATE_ACCEPTED,
                                        MoveState.MOVE_STATE_SUPERSEDED));
        assertThat(all("1"))
                .extracting(Move::getMoveId, Move::getState)
                .containsExactly(tuple("m1", MoveState.MOVE_STATE_SUPERSEDED));
        assertThatThrownBy(() ->
                        moves.respond(respond("1", "m1").toBuilder().setRequestId("late").build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(e.getStatus().getCode())
                                        .isEqualTo(Status.Code.FAILED_PRECONDITION));
    }

    @Test
    void aMoveExpiresByTheClock() {
        // Given
        probe.tell(begun("2"));
        probe.tell(signal("2", "m2", "37.394726"));
        Awaitility.await().untilAsserted(() -> assertThat(active("2").hasMove()).isTrue());
        assertThat(dueMoves.due(clock.instant(), 10)).doesNotContain(new DriverId("2"));
        assertThat(dueMoves.due(clock.instant().plusSeconds(600), 10)).contains(new DriverId("2"));

        // When
        clock.advance(Duration.ofMinutes(11));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(statesOf("m2"))
                                .containsExactly(
                                        MoveState.MOVE_STATE_PROPOSED,
                                        MoveState.MOVE_STATE_EXPIRED));
        assertThat(dueMoves.due(clock.instant(), 10)).doesNotContain(new DriverId("2"));
    }

    @Test
    void anAcceptedMoveEndsWhereThePositionsShowThatTheDriverIsThere() {
        // Given
        probe.tell(begun("4"));
        probe.tell(signal("4", "m4", "37.394726"));
        Awaitility.await().untilAsserted(() -> assertThat(active("4").hasMove()).isTrue());
        probe.tell(located("4", 37.4));
        var _ = moves.respond(respond("4", "m4"));

        // When and then
        Awaitility.await()
                .untilAsserted(() -> {
                    clock.advance(Duration.ofSeconds(10));
                    probe.tell(located("4", 37.394));
                    assertThat(statesOf("m4"))
                            .containsExactly(
                                    MoveState.MOVE_STATE_PROPOSED,
                                    MoveState.MOVE_STATE_ACCEPTED,
                                    MoveState.MOVE_STATE_ARRIVED);
                });
        assertThat(active("4").hasMove()).isFalse();
    }

    @Test
    void adviceToRestIsShownWithoutADestination() {
        // Given
        probe.tell(begun("5"));

        // When
        probe.tell(advice("5", "a5"));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(active("5").getMove().getKind())
                                .isEqualTo(MoveKind.MOVE_KIND_REST));
        assertThat(active("5").getMove().hasDestination()).isFalse();
        assertThat(active("5").getVersion()).isEqualTo(active("5").getMove().getVersion());
    }

    @Test
    void countsAndDropsInvalidSignals() {
        // When
        probe.tell(signal("3", "m3", "north"));

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(RestAssured.get("/q/metrics").asString())
                                .contains(
                                        "supporters_move_signals_total{result=\"invalid\"}"
                                                + " 1.0"));
    }

    @Test
    void hasItsDefaults() {
        assertThat(config.patience()).hasSeconds(30);
        assertThat(config.longest()).hasHours(24);
        assertThat(config.marginMeters()).isEqualTo(1_000);
        assertThat(config.arrivalMeters()).isEqualTo(250);
        assertThat(config.fastestKmh()).isEqualTo(150);
        assertThat(config.sweepEvery()).hasSeconds(1);
    }

    private List<Move> all(String driverId) {
        return moves.getDriverMoves(
                        GetDriverMovesRequest.newBuilder()
                                .setDriverId(driverId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build())
                .getMovesList();
    }

    private GetActiveResponse active(String driverId) {
        return moves.getActive(
                GetActiveRequest.newBuilder()
                        .setDriverId(driverId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build());
    }

    private List<MoveState> statesOf(String moveId) {
        return probe.all(Topics.MOVES, MoveEvent.parser()).stream()
                .map(event -> event.getChanged().getMove())
                .filter(move -> move.getMoveId().equals(moveId))
                .map(Move::getState)
                .toList();
    }

    private Event signal(String driverId, String moveId, String lat) {
        MoveSignalled signalled =
                MoveSignalled.newBuilder()
                        .setMoveId(moveId)
                        .setDriverId(driverId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setDestination(Place.newBuilder().setLat(lat).setLng("127.111209"))
                        .setExpireTime(Timestamps.of(clock.instant().plusSeconds(600)))
                        .setModel("deficit@1")
                        .build();
        return new Event(
                Topics.MOVE_SIGNALS,
                driverId,
                "supporters.move.signalled.v1",
                MoveSignalEvent.newBuilder().setSignalled(signalled).build());
    }

    private Event advice(String driverId, String adviceId) {
        RestAdvised advised =
                RestAdvised.newBuilder()
                        .setAdviceId(adviceId)
                        .setDriverId(driverId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setExpireTime(Timestamps.of(clock.instant().plusSeconds(600)))
                        .setModel("rest@1")
                        .build();
        return new Event(
                Topics.MOVE_SIGNALS,
                driverId,
                "supporters.move.rest-advised.v1",
                MoveSignalEvent.newBuilder().setRestAdvised(advised).build());
    }

    private Event located(String driverId, double lat) {
        return new Event(
                Topics.LOCATIONS,
                driverId,
                "supporters.location.reported.v1",
                LocationEvent.newBuilder()
                        .setDriverId(driverId)
                        .setWorkId(driverId + "-driver-2026-11-20")
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setReported(
                                LocationReported.newBuilder()
                                        .setLocation(
                                                Point.newBuilder().setLat(lat).setLng(127.111209)))
                        .build());
    }

    private Event begun(String driverId) {
        return new Event(
                Topics.WORK,
                driverId,
                "supporters.work.begun.v1",
                WorkEvent.newBuilder()
                        .setDriverId(driverId)
                        .setWorkId(driverId + "-driver-2026-11-20")
                        .setBusinessDate("2026-11-20")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVersion(1)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setBegun(WorkBegun.getDefaultInstance())
                        .build());
    }

    private Event commanded(String driverId) {
        return new Event(
                Topics.ACTIVITY,
                driverId,
                "supporters.activity.commanded.v1",
                ActivityEvent.newBuilder()
                        .setDriverId(driverId)
                        .setCallId("254137")
                        .setCommandId("k1")
                        .setWorkId(driverId + "-driver-2026-11-20")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVersion(2)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setCommanded(CallCommanded.getDefaultInstance())
                        .build());
    }

    private static RespondRequest respond(String driverId, String moveId) {
        return RespondRequest.newBuilder()
                .setRequestId("respond-" + moveId)
                .setDriverId(driverId)
                .setMoveId(moveId)
                .setAccept(true)
                .build();
    }
}

package dev.supporters.settlement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a move pay depends on. */
class FactReaderTest {

    @Test
    void theWayBeginsWithTheAcceptance() {
        assertThat(
                        FactReader.read(
                                "e1",
                                event(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_ACCEPTED)))
                .contains(new Fact.MoveBegun("e1", TestClock.FRIDAY_NIGHT, "m1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MoveState.class,
            names = {
                "MOVE_STATE_ARRIVED",
                "MOVE_STATE_DECLINED",
                "MOVE_STATE_EXPIRED",
                "MOVE_STATE_SUPERSEDED"
            })
    void theWayEndsWithTheMove(MoveState state) {
        assertThat(FactReader.read("e1", event(MoveKind.MOVE_KIND_PLACE, state)))
                .contains(new Fact.MoveOver("e1", TestClock.FRIDAY_NIGHT, "m1"));
    }

    @ParameterizedTest
    @EnumSource(value = MoveState.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void adviceToRestIsNoWay(MoveState state) {
        assertThat(FactReader.read("e1", event(MoveKind.MOVE_KIND_REST, state))).isEmpty();
    }

    private static MoveEvent event(MoveKind kind, MoveState state) {
        return MoveEvent.newBuilder()
                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                .setChanged(
                        MoveChanged.newBuilder()
                                .setMove(
                                        Move.newBuilder()
                                                .setMoveId("m1")
                                                .setKind(kind)
                                                .setState(state)))
                .build();
    }
}

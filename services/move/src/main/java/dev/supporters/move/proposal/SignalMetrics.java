package dev.supporters.move.proposal;

import dev.supporters.proto.move.v1.MoveState;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Counts what became of signals and of moves. All counters are there from the start, with 0. */
@ApplicationScoped
public class SignalMetrics {

    private static final String SIGNALS = "supporters_move_signals_total";
    private static final String CHANGES = "supporters_move_changes_total";

    private final MeterRegistry meters;
    private final AtomicLong overdue;

    SignalMetrics(MeterRegistry meters) {
        this.meters = meters;
        overdue = meters.gauge("supporters_move_overdue_drivers", new AtomicLong());
        for (SignalResult result : SignalResult.values()) {
            var _ = meters.counter(SIGNALS, "result", result.label());
        }
        for (Kind kind : Kind.values()) {
            Stream.of(MoveState.values())
                    .filter(state -> state != MoveState.MOVE_STATE_UNSPECIFIED)
                    .filter(state -> state != MoveState.UNRECOGNIZED)
                    .forEach(state -> meters.counter(CHANGES, labels(kind, state)));
        }
    }

    private enum Kind {
        PLACE,
        REST
    }

    public void count(SignalResult result) {
        meters.counter(SIGNALS, "result", result.label()).increment();
    }

    /** So many drivers have moves whose time is over, and that could not be ended. */
    void overdue(long drivers) {
        overdue.set(drivers);
    }

    /** A move is now in this state. */
    void count(Move move) {
        Kind kind =
                switch (move.signal().goal()) {
                    case MoveSignal.GoTo goTo -> Kind.PLACE;
                    case MoveSignal.Rest rest -> Kind.REST;
                };
        meters.counter(CHANGES, labels(kind, MoveMessages.state(move))).increment();
    }

    private static String[] labels(Kind kind, MoveState state) {
        return new String[] {
            "kind",
            kind.name().toLowerCase(Locale.ROOT),
            "state",
            state.name().substring("MOVE_STATE_".length()).toLowerCase(Locale.ROOT)
        };
    }
}

package dev.supporters.move.proposal;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.store.Change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to a driver's moves at once: their next state, the moves that changed, what became of signals. */
record Step(DriverMoves next, List<Changed> changed, List<SignalResult> signals) {

    /** A move as it became, and when. */
    record Changed(Move move, Instant at) {}

    static Step of(DriverMoves next, SignalResult... signals) {
        return new Step(next, List.of(), List.of(signals));
    }

    /** As a change of the driver's document; empty if it stays as it was. */
    Optional<Change<DriverMoves>> change(DriverId driverId, DriverMoves before) {
        if (next.equals(before)) {
            return Optional.empty();
        }
        List<Event> events =
                changed.stream()
                        .map(each -> MoveEvents.changed(driverId, each.move(), each.at()))
                        .toList();
        return Optional.of(new Change<>(next, events));
    }
}

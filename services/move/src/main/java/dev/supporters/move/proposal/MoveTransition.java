package dev.supporters.move.proposal;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.store.Change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule makes of a driver's moves.
 *
 * @param next the moves afterwards
 * @param changed the moves that changed, in the order of the changes
 * @param signals what became of signals
 */
record MoveTransition(DriverMoves next, List<Changed> changed, List<SignalResult> signals) {

    /** A move after its change, and when it changed. */
    record Changed(Move move, Instant at) {}

    static MoveTransition of(DriverMoves next, SignalResult... signals) {
        return new MoveTransition(next, List.of(), List.of(signals));
    }

    /** As a change of the driver's document; empty if it stays as it was. */
    Optional<Change<DriverMoves>> change(DriverId driverId, DriverMoves before) {
        if (next.equals(before)) {
            return Optional.empty();
        }
        List<Event> events =
                changed.stream()
                        .map(each -> MoveMessages.changed(driverId, each.move(), each.at()))
                        .toList();
        return Optional.of(new Change<>(next, events));
    }
}

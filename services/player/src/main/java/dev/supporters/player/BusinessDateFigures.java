package dev.supporters.player;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the close of the night's business date is.
 *
 * @param state as the gateway names it; empty if nobody said so
 * @param actor who began to close it; empty while it is open
 * @param closingSince empty while it is open
 * @param closedSince empty before it is closed
 * @param obstacles what keeps it from being closed: how many shifts, by kind
 * @param problem why nothing is known, in words; empty if something is
 */
public record BusinessDateFigures(
        String state,
        String actor,
        Optional<Instant> closingSince,
        Optional<Instant> closedSince,
        Map<String, Long> obstacles,
        String problem) {

    public BusinessDateFigures {
        requireNonNull(state);
        requireNonNull(actor);
        requireNonNull(closingSince);
        requireNonNull(closedSince);
        obstacles = Map.copyOf(obstacles);
        requireNonNull(problem);
    }

    static BusinessDateFigures unknown(String problem) {
        return new BusinessDateFigures(
                "", "", Optional.empty(), Optional.empty(), Map.of(), problem);
    }

    public boolean closed() {
        return state.equals("CLOSED");
    }
}

package dev.supporters.gateway.fleet;

import dev.supporters.contract.Position;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a driver is asked to go.
 *
 * @param to empty once the move is over
 * @param created when the move was proposed: a later move counts instead
 * @param version of that move
 * @param expires when it ends by itself
 */
public record MoveTarget(Optional<Position> to, Instant created, long version, Instant expires) {

    boolean newer(MoveTarget other) {
        return created.isAfter(other.created)
                || (created.equals(other.created) && version > other.version);
    }
}

package dev.supporters.move.arrival;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.TravelLimit;
import dev.supporters.move.MoveConfig;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out from positions that a driver has arrived where an accepted move leads. Keeps in memory the accepted moves and the last
 * position of each driver. A position that no vehicle can have reached since the one before does not count; the one before stays the
 * one to compare with, so that a driver who really is there counts as soon as there was time enough for the way.
 */
@Singleton
public class ArrivalDetector {

    private final Map<DriverId, AcceptedMove> moves = new ConcurrentHashMap<>();
    private final Map<DriverId, Fix> last = new ConcurrentHashMap<>();
    private final double arrivalMeters;
    private final TravelLimit limit;
    private final Counter jumps;

    @Inject
    ArrivalDetector(MoveConfig config, MeterRegistry meters) {
        this(config.arrivalMeters(), config.fastestKmh(), meters);
    }

    ArrivalDetector(double arrivalMeters, double fastestKmh, MeterRegistry meters) {
        this.arrivalMeters = arrivalMeters;
        limit = new TravelLimit(fastestKmh);
        jumps = meters.counter("supporters_move_jumps_total");
    }

    /** An accepted move, or what ended it, which keeps older news from bringing it back. */
    private record AcceptedMove(
            long version, String moveId, Optional<Position> goal, Instant accepted) {}

    private record Fix(Position position, Instant time) {}

    /** A driver has arrived. */
    public record Arrival(DriverId driverId, String moveId, Instant time) {}

    /** A move changed at a time. */
    public void changed(Move move, Instant time) {
        Optional<Position> goal =
                switch (move.getState()) {
                    case MOVE_STATE_ACCEPTED ->
                            move.getKind() == MoveKind.MOVE_KIND_REST
                                    ? Optional.empty()
                                    : Place.of(move.getDestination()).position();
                    case MOVE_STATE_UNSPECIFIED,
                            MOVE_STATE_PROPOSED,
                            MOVE_STATE_DECLINED,
                            MOVE_STATE_EXPIRED,
                            MOVE_STATE_SUPERSEDED,
                            MOVE_STATE_ARRIVED,
                            UNRECOGNIZED ->
                            Optional.empty();
                };
        moves.merge(
                new DriverId(move.getDriverId()),
                new AcceptedMove(move.getVersion(), move.getMoveId(), goal, time),
                (known, next) -> next.version() >= known.version() ? next : known);
    }

    /** A driver is at a position. The same question has the same answer until the move has changed. */
    public Optional<Arrival> located(DriverId driverId, Position position, Instant time) {
        Fix before = last.get(driverId);
        if (before != null && time.isBefore(before.time())) {
            return Optional.empty();
        }
        if (before != null && jump(before, position, time)) {
            jumps.increment();
            return Optional.empty();
        }
        last.put(driverId, new Fix(position, time));
        return Optional.ofNullable(moves.get(driverId))
                .filter(move -> before != null && !time.isBefore(move.accepted()))
                .filter(move ->
                        move.goal()
                                .filter(goal -> goal.metersTo(position) <= arrivalMeters)
                                .isPresent())
                .map(move -> new Arrival(driverId, move.moveId(), time));
    }

    /** Forgets who has said nothing for so long that a shift is over. */
    public void forget(Instant saidNothingSince) {
        last.values().removeIf(fix -> fix.time().isBefore(saidNothingSince));
        moves.values().removeIf(move -> move.accepted().isBefore(saidNothingSince));
    }

    private boolean jump(Fix before, Position position, Instant time) {
        return !limit.allows(before.position(), position, Duration.between(before.time(), time));
    }
}

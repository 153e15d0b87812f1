package dev.supporters.dispatch.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one driver in one night: the facts that detectors look at. Places are cells of {@link
 * dev.supporters.dispatch.forecast.DemandCells}.
 */
public record DriverNight(
        DriverId driverId,
        List<Answer> answers,
        List<Reveal> reveals,
        List<Stay> stays,
        List<MoveAnswer> moves,
        List<TimeAtWork> atWork,
        List<PositionGap> positionGaps,
        List<Drive> drives,
        List<Step> steps) {

    public DriverNight {
        requireNonNull(driverId);
        answers = List.copyOf(answers);
        reveals = List.copyOf(reveals);
        stays = List.copyOf(stays);
        moves = List.copyOf(moves);
        atWork = List.copyOf(atWork);
        positionGaps = List.copyOf(positionGaps);
        drives = List.copyOf(drives);
        steps = List.copyOf(steps);
    }

    /** How a command was answered; the cell is the customer's. */
    public record Answer(CallId callId, long cell, Instant time, boolean refused) {}

    /**
     * The driver accepted, and saw the destination.
     *
     * @param cell the customer's
     * @param cancelledAfter how long after that the customer cancelled; empty: did not
     */
    public record Reveal(
            CallId callId, long cell, Instant time, Optional<Duration> cancelledAfter) {}

    /** A time in which a driver waited in one cell without a command. */
    public record Stay(long cell, Instant begin, Instant end) {

        Duration length() {
            return Duration.between(begin, end);
        }
    }

    /** How a move was answered; the cell is the one in which the driver waited. */
    public record MoveAnswer(long cell, Instant time, boolean declined) {}

    /** Time at work in one cell, in which the driver could have been out of reach. */
    public record TimeAtWork(long cell, Instant begin, Duration length) {}

    /** A time at work without a position; the cell is the last one known. */
    public record PositionGap(long cell, Instant begin, Instant end) {

        Duration length() {
            return Duration.between(begin, end);
        }
    }

    /**
     * A drive from the pickup to its end, or to the last moment that is known.
     *
     * @param cell where it began
     * @param expected how long it should have taken
     */
    public record Drive(CallId callId, long cell, Instant begin, Instant end, Duration expected) {

        Duration beyond() {
            return Duration.between(begin, end).minus(expected);
        }
    }

    /**
     * The driver said to be with the customer, or to have brought the customer home.
     *
     * @param meters from the customer to the position of that moment; of the end of a drive, how much of its road no car can have driven
     *     by then
     */
    public record Step(CallId callId, long cell, Instant time, double meters) {}
}

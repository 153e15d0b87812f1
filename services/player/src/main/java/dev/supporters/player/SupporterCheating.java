package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CheatingBehaviour;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.RandomVariates;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a supporter plays the system tonight; of who is honest, nothing. What was done is observed, so that the report can say who really
 * cheated. Used by one thread.
 */
final class SupporterCheating {

    /** So long the positions are on again between two times in the dark. */
    private static final Duration LIGHT = Duration.ofMinutes(5);

    private final CheatingBehaviour behaviour;
    private final Night night;
    private final PollingIntervals intervals;
    private final CustomerPhones phones;
    private final Runnable cheated;
    private long commands;
    private long spells;
    private long darkTimes;
    private Instant darkUntil = Instant.MIN;
    private Instant decidesOnDark = Instant.MAX;

    /**
     * Of one supporter.
     *
     * @param cheated is told each time that something of it is done
     */
    SupporterCheating(
            CheatingBehaviour behaviour,
            Night night,
            PollingIntervals intervals,
            CustomerPhones phones,
            Runnable cheated) {
        this.behaviour = behaviour;
        this.night = night;
        this.intervals = intervals;
        this.phones = phones;
        this.cheated = cheated;
    }

    /** A new command came. */
    void commanded() {
        commands++;
    }

    boolean refuses() {
        return did(behaviour.refuses(commands));
    }

    /** A command was taken, and its destination is known: perhaps the customer is phoned. */
    void accepted(String callId, Instant now) {
        if (did(behaviour.makesCancel(commands))) {
            phones.phone(
                    callId, now.plus(RandomVariates.seconds(behaviour.cancelsAfter(commands))));
        }
    }

    /** The share of the way to the customer after which the supporter says to be there. */
    double arrivesAfter() {
        double share = behaviour.arrivesAfter(commands);
        did(share < 1);
        return share;
    }

    /** How late the supporter says that the drive has ended. */
    Duration completesLate() {
        Duration late = RandomVariates.seconds(behaviour.completesLate(commands, 0));
        did(late.isPositive());
        return late;
    }

    /** The supporter begins to wait; where to, if that is where no calls come. */
    Optional<Position> waits(Position here, Instant now) {
        decidesOnDark = darkUntil.isAfter(now) ? darkUntil.plus(LIGHT) : now;
        long spell = spells++;
        return did(behaviour.goesToTheCold(spell))
                ? Optional.of(behaviour.coldPlace(night, here, spell))
                : Optional.empty();
    }

    /** Whether the supporter goes nowhere else. */
    boolean declinesMoves() {
        return behaviour.waitsInTheCold();
    }

    /** Whether a waiting supporter tells no position now. */
    boolean dark(Instant now) {
        if (now.isBefore(darkUntil)) {
            return true;
        }
        if (now.isBefore(decidesOnDark)) {
            return false;
        }
        if (!did(behaviour.goesDark(darkTimes++))) {
            decidesOnDark = Instant.MAX;
            return false;
        }
        PlannedPause dark =
                new PlannedPause(now, RandomVariates.seconds(behaviour.darkSeconds(darkTimes)));
        darkUntil = intervals.stretched(dark).end();
        decidesOnDark = darkUntil.plus(LIGHT);
        return true;
    }

    private boolean did(boolean something) {
        if (something) {
            cheated.run();
        }
        return something;
    }
}

package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CityGeometry;

import java.time.Duration;
import java.time.Instant;

/** A leg of somebody's journey, at an even speed. */
record Leg(Position from, Position to, Instant begin, Instant end) {

    static Leg standing(Position here, Instant now) {
        return new Leg(here, here, now, now);
    }

    static Leg lasting(Position from, Position to, Instant begin, Duration length) {
        return new Leg(from, to, begin, begin.plus(length));
    }

    Position at(Instant now) {
        if (!now.isBefore(end)) {
            return to;
        }
        double passed = Duration.between(begin, now).toMillis();
        return CityGeometry.between(from, to, passed / Duration.between(begin, end).toMillis());
    }

    boolean moving(Instant now) {
        return now.isBefore(end) && !from.equals(to);
    }
}

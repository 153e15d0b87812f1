package dev.supporters.player;

import dev.supporters.simulation.Geo;
import dev.supporters.simulation.Point;

import java.time.Duration;
import java.time.Instant;

/** A leg of somebody's journey, at an even speed. */
record Leg(Point from, Point to, Instant begin, Instant end) {

    static Leg standing(Point here, Instant now) {
        return new Leg(here, here, now, now);
    }

    static Leg lasting(Point from, Point to, Instant begin, Duration length) {
        return new Leg(from, to, begin, begin.plus(length));
    }

    Point at(Instant now) {
        if (!now.isBefore(end)) {
            return to;
        }
        double passed = Duration.between(begin, now).toMillis();
        return Geo.between(from, to, passed / Duration.between(begin, end).toMillis());
    }

    boolean moving(Instant now) {
        return now.isBefore(end) && !from.equals(to);
    }
}

package dev.supporters.local.night;

import dev.supporters.simulation.Geo;
import dev.supporters.simulation.Point;

import java.time.Duration;
import java.time.Instant;

/** A way that somebody goes, evenly. */
record Way(Point from, Point to, Instant begin, Instant end) {

    static Way standing(Point here, Instant now) {
        return new Way(here, here, now, now);
    }

    static Way lasting(Point from, Point to, Instant begin, Duration length) {
        return new Way(from, to, begin, begin.plus(length));
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

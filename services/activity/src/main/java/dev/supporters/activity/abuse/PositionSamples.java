package dev.supporters.activity.abuse;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Where a driver was, every half minute: enough to say in which cell, and how far from a customer. Times in any order. */
final class PositionSamples {

    private static final long EVERY_SECONDS = 30;

    /** A position says nothing of what is longer ago. */
    private static final Duration VALID = Duration.ofMinutes(2);

    private final TreeMap<Long, PositionSample> samples = new TreeMap<>();

    /** A position at a time. */
    record PositionSample(Instant time, Position position) {}

    void add(Position position, Instant time) {
        samples.merge(
                bucket(time),
                new PositionSample(time, position),
                (one, other) -> one.time().isAfter(other.time()) ? other : one);
    }

    /** From each sample on, until the next one, or until it says nothing any more. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        PositionSample before = null;
        for (PositionSample sample : samples.values()) {
            if (before != null) {
                spans.add(span(before, sample.time()));
            }
            before = sample;
        }
        if (before != null) {
            spans.add(span(before, before.time().plusSeconds(EVERY_SECONDS)));
        }
        return spans;
    }

    private static Span span(PositionSample sample, Instant next) {
        Instant last = sample.time().plus(VALID);
        return new Span(sample.position(), sample.time(), next.isBefore(last) ? next : last);
    }

    /** Somebody was about there for this time. */
    record Span(Position position, Instant begin, Instant end) {}

    /** The newest position before, if it is not too old. */
    Optional<Position> before(Instant time) {
        return samples
                .headMap(Math.floorDiv(time.getEpochSecond(), EVERY_SECONDS), true)
                .descendingMap()
                .values()
                .stream()
                .filter(sample -> !sample.time().isAfter(time))
                .findFirst()
                .filter(sample -> !sample.time().plus(VALID).isBefore(time))
                .map(PositionSample::position);
    }

    /** The newest position before, however old it is; the oldest one of all if there is none. */
    Optional<Position> lastKnown(Instant time) {
        return samples.values().stream()
                .filter(sample -> !sample.time().isAfter(time))
                .max(Comparator.comparing(PositionSample::time))
                .or(() -> samples.values().stream().findFirst())
                .map(PositionSample::position);
    }

    /** How near the driver was to a place around a time, in metres: what speaks for the driver counts. */
    Optional<Double> nearest(Position place, Instant time) {
        return samples
                .subMap(bucket(time.minus(VALID)), true, bucket(time.plus(VALID)), true)
                .values()
                .stream()
                .map(sample -> sample.position().metersTo(place))
                .min(Double::compare);
    }

    private static long bucket(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), EVERY_SECONDS);
    }
}

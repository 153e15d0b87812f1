package dev.supporters.routing.policy;

import static java.util.function.Predicate.not;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The hours of a business date in which supporters work. A window that crosses midnight belongs to the date it began on. */
public record Window(LocalTime begin, Duration length, ZoneId zone) {

    public Window {
        if (!length.isPositive() || length.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "window length: " + length + " (expected: more than 0, at most 24 h)");
        }
    }

    public boolean open(Instant now) {
        return businessDate(now).isPresent();
    }

    /** The date whose window is open now; it opens at its first instant, and is closed at its last. */
    public Optional<LocalDate> businessDate(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .filter(not(date -> now.isBefore(beginOf(date))))
                .filter(date -> now.isBefore(beginOf(date).plus(length)))
                .findFirst();
    }

    private Instant beginOf(LocalDate date) {
        return date.atTime(begin).atZone(zone).toInstant();
    }
}

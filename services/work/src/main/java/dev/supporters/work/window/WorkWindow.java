package dev.supporters.work.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** When supporters may work: every day from a local time on, for so long. */
public record WorkWindow(ZoneId zone, LocalTime begin, Duration length) {

    private static final Duration MOST = Duration.ofHours(24);

    public WorkWindow {
        if (length.isNegative() || length.isZero() || length.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "window length: " + length + " (expected: more than 0, at most " + MOST + ")");
        }
    }

    /** The window that is open now. Its begin belongs to it, its end does not. */
    public Optional<OpenWindow> at(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .map(this::of)
                .filter(window -> window.holds(now))
                .findFirst();
    }

    /**
     * The window of a business date: the date on which it begins. A begin that the clocks skip is as much later as they skip; one that
     * comes twice is the first.
     */
    public OpenWindow of(LocalDate businessDate) {
        Instant first = ZonedDateTime.of(businessDate, begin, zone).toInstant();
        return new OpenWindow(businessDate, first, first.plus(length));
    }

    @Override
    public String toString() {
        return begin + " for " + length + " in " + zone;
    }
}

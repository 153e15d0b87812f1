package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The four weeks that eligibility looks at: 28 days with today. Days are those of UTC: for four weeks it does not matter where a day
 * begins, and a drive's day must not change when a policy's time zone does.
 */
public record LastWeeks(LocalDate first, LocalDate last) {

    static final int DAYS = 28;

    public LastWeeks {
        requireNonNull(first);
        requireNonNull(last);
    }

    public static LastWeeks until(Clock clock) {
        LocalDate today = date(clock.instant());
        return new LastWeeks(today.minusDays(DAYS - 1L), today);
    }

    /** The day after tomorrow: a date that has begun east of Greenwich counts, too. */
    public LocalDate end() {
        return last.plusDays(2);
    }

    static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** A date within the weeks, or tomorrow, which has begun east of Greenwich. Refused: INVALID_ARGUMENT. */
    LocalDate require(LocalDate date, String field) {
        if (date.isBefore(first) || !date.isBefore(end())) {
            throw Refusal.invalid(field, date, "from " + first + " to " + end().minusDays(1));
        }
        return date;
    }

    /** Refused: INVALID_ARGUMENT. */
    LocalDate require(String date, String field) {
        try {
            return require(LocalDate.parse(date), field);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, date.isEmpty() ? "nothing" : date, "a date like " + last);
        }
    }
}

package dev.supporters.faults.scenario;

import static java.util.Objects.requireNonNull;

import dev.supporters.simulation.Night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * Which part of a night is played, and how fast.
 *
 * @param from by the clock of the night; it is played until some time after the window's end
 * @param rate minutes of the night in a minute of real time
 * @param calls of a whole night, of which this part has its share
 */
public record Pace(LocalTime from, int rate, int calls) {

    /** At this rate a minute of the night is a second. */
    public static final int MINUTE_A_SECOND = 60;

    private static final int CALLS = 120;

    /** After the window's end drives end, the business date is closed, and insight counts. */
    private static final LocalTime END = LocalTime.of(1, 35);

    /** To start and to rehearse, to read and to judge, to end: on two cores, with what the first start has recorded. */
    private static final Duration BESIDE = Duration.ofSeconds(75);

    public Pace {
        requireNonNull(from);
    }

    /** A minute of the night in a second. */
    public static Pace from(String time) {
        return new Pace(LocalTime.parse(time), MINUTE_A_SECOND, CALLS);
    }

    /** When it begins, in the night. */
    Instant begin(Night night) {
        return timeOf(night, from);
    }

    /** What the clock of the night shows at this time of day; times before noon are those of the next day. */
    static Instant timeOf(Night night, LocalTime time) {
        return night.businessDate()
                .plusDays(time.isBefore(LocalTime.NOON) ? 1 : 0)
                .atTime(time)
                .atZone(night.zone())
                .toInstant();
    }

    /** About how long it takes, in real time. */
    public Duration estimate() {
        Duration played = Duration.between(from, END);
        Duration ofTheNight = played.isNegative() ? played.plusDays(1) : played;
        return ofTheNight.dividedBy(rate).plus(BESIDE);
    }
}

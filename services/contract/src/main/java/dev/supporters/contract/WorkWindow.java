package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When supporters may work: every day from a local time on until another one. A window that crosses midnight belongs to the date on
 * which it begins, the business date.
 *
 * @param length from begin to end on the wall clock: on a night when clocks change, the window is open for longer or shorter
 */
public record WorkWindow(ZoneId zone, LocalTime begin, Duration length) {

    private static final Pattern HOURS_AND_MINUTES =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Duration MOST = Duration.ofHours(24);

    public WorkWindow {
        if (!length.isPositive() || length.compareTo(MOST) > 0) {
            throw Refusal.invalid("window_length", length, "more than 0, at most " + MOST);
        }
    }

    /** From the texts of a policy. */
    public static WorkWindow parse(String zone, String begin, Duration length) {
        if (!HOURS_AND_MINUTES.matcher(begin).matches()) {
            throw Refusal.invalid(
                    "window_begin", begin.isEmpty() ? "nothing" : begin, "HH:mm, like 21:00");
        }
        return new WorkWindow(TimeZones.parse(zone), LocalTime.parse(begin), length);
    }

    public static WorkWindow of(Policy policy) {
        return parse(
                policy.getTimeZone(),
                policy.getWindowBegin(),
                Timestamps.duration(policy.getWindowLength()));
    }

    /** The window that is open now. Its begin belongs to it, its end does not. */
    public Optional<OpenWindow> at(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .map(this::of)
                .filter(window -> window.contains(now))
                .findFirst();
    }

    /**
     * The window of a business date. A begin or an end that the clocks skip is later by what they skip; of one that comes twice the
     * first counts. So a window of a whole day ends when the next one begins. One that is skipped as a whole is never open.
     */
    public OpenWindow of(LocalDate businessDate) {
        LocalDateTime first = businessDate.atTime(begin);
        Instant opened = instant(first);
        Instant closed = instant(first.plus(length));
        return new OpenWindow(businessDate, opened, closed.isBefore(opened) ? opened : closed);
    }

    private Instant instant(LocalDateTime wallClock) {
        return wallClock.atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return begin + " to " + begin.plus(length) + " in " + zone;
    }

    /**
     * The window of one business date.
     *
     * @param begin belongs to it
     * @param end does not
     */
    public record OpenWindow(LocalDate businessDate, Instant begin, Instant end) {

        public boolean contains(Instant instant) {
            return !instant.isBefore(begin) && instant.isBefore(end);
        }
    }
}

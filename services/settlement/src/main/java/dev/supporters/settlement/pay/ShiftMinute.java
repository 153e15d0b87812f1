package dev.supporters.settlement.pay;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A minute of a shift that has begun, counted from the shift's begin; the last one may be shorter.
 *
 * @param number 1 for the first
 * @param commandIds of those whose acceptance lies before its end and whose drive was not over at its begin, oldest first
 */
public record ShiftMinute(
        int number, Instant begin, ClassSeconds seconds, List<String> commandIds) {

    private static final int LENGTH = 60;

    public ShiftMinute {
        requireNonNull(begin);
        requireNonNull(seconds);
        commandIds = List.copyOf(commandIds);
    }

    /** All minutes of a shift whose begin is known; until now if it has not ended. They come to the seconds of its calculation. */
    public static List<ShiftMinute> of(Facts facts, Instant now) {
        return PayCalculation.of(facts, now)
                .map(calculation -> of(facts, calculation))
                .orElse(List.of());
    }

    private static List<ShiftMinute> of(Facts facts, PayCalculation calculation) {
        WorkTime time = new WorkTime(calculation.begin(), calculation.end());
        TimeClass[] classes = PayCalculation.classes(facts, time);
        List<TimeIntervals.DriveInterval> drives = new TimeIntervals(facts, time).drives();
        List<ShiftMinute> minutes = new ArrayList<>();
        for (int from = 0; from < classes.length; from += LENGTH) {
            int before = Math.min(from + LENGTH, classes.length);
            TimeClass[] own = Arrays.copyOfRange(classes, from, before);
            WorkTime.Interval minute = new WorkTime.Interval(from, before);
            minutes.add(
                    new ShiftMinute(
                            minutes.size() + 1,
                            time.begin().plusSeconds(from),
                            ClassSeconds.of(timeClass ->
                                    Arrays.stream(own).filter(each -> each == timeClass).count()),
                            drives.stream()
                                    .filter(drive -> drive.interval().overlaps(minute))
                                    .map(TimeIntervals.DriveInterval::commandId)
                                    .toList()));
        }
        return minutes;
    }

    /** When the next minute begins, or the shift ended. */
    public Instant end() {
        return begin.plusSeconds(seconds.sum());
    }

    /** The class with the most seconds in it. */
    public TimeClass timeClass() {
        return Arrays.stream(TimeClass.values())
                .max(Comparator.comparingLong(seconds::of))
                .orElseThrow();
    }
}

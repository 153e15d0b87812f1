package dev.supporters.settlement.pay;

import static java.util.Objects.requireNonNull;

import dev.supporters.settlement.pay.WorkTime.Interval;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A time in which a driver could not be reached on the way to a customer or on the drive. It is paid as such; that nobody heard of the
 * driver is evidence for operators, above all if nobody completes the drive.
 *
 * @param since the first such second of one outage
 * @param seconds how many there are
 */
public record SilentDrive(Instant since, long seconds) {

    public SilentDrive {
        requireNonNull(since);
    }

    /** Of a shift, oldest first. */
    public static List<SilentDrive> of(Facts facts, PayCalculation calculation) {
        WorkTime time = new WorkTime(calculation.begin(), calculation.end());
        TimeIntervals intervals = new TimeIntervals(facts, time);
        List<Interval> engaged =
                Stream.concat(
                                intervals.of(TimeClass.TO_CUSTOMER).stream(),
                                intervals.of(TimeClass.DRIVING).stream())
                        .toList();
        return intervals.of(TimeClass.UNREACHABLE).stream()
                .map(outage ->
                        LongStream.range(outage.from(), outage.before())
                                .filter(second ->
                                        engaged.stream().anyMatch(drive -> drive.contains(second)))
                                .toArray())
                .filter(seconds -> seconds.length > 0)
                .map(seconds ->
                        new SilentDrive(time.begin().plusSeconds(seconds[0]), seconds.length))
                .toList();
    }
}

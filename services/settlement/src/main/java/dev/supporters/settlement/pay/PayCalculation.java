package dev.supporters.settlement.pay;

import dev.supporters.settlement.pay.WorkTime.Interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the facts of a shift come to: every second between begin and end in exactly one class. A pure function of the facts.
 *
 * @param end when the shift ended, or the time of the calculation
 * @param ended whether the shift has ended
 */
public record PayCalculation(
        Instant begin, Instant end, boolean ended, ClassSeconds seconds, PayTerms terms) {

    /** Where several would hold, the first of these does: who is commanded works, also in a rest. */
    private static final List<TimeClass> PRECEDENCE =
            List.of(
                    TimeClass.DRIVING,
                    TimeClass.TO_CUSTOMER,
                    TimeClass.RESTING,
                    TimeClass.MOVING,
                    TimeClass.UNREACHABLE,
                    TimeClass.WAITING);

    private static final long MINUTE = 60;
    private static final long MINUTES_OF_HOUR = 60;

    /** Empty as long as the begin is not known. */
    public static Optional<PayCalculation> of(Facts facts, Instant now) {
        return facts.begun()
                .map(begun -> {
                    Instant end = facts.ended().map(Fact.Ended::time).orElse(now);
                    WorkTime time = new WorkTime(begun.time(), end);
                    return new PayCalculation(
                            time.begin(),
                            time.end(),
                            facts.ended().isPresent(),
                            accounted(facts, time),
                            begun.terms());
                });
    }

    /** The same shift, with the seconds that somebody else found. */
    public PayCalculation with(ClassSeconds others) {
        return new PayCalculation(begin, end, ended, others, terms);
    }

    public long paidSeconds() {
        return seconds.byClass().entrySet().stream()
                .filter(each -> terms.pays(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Rounded up once for the whole shift. */
    public long paidMinutes() {
        return Math.ceilDiv(paidSeconds(), MINUTE);
    }

    /** What the paid minutes are worth, rounded up to the minor unit. */
    public long earned() {
        return Math.ceilDiv(Math.multiplyExact(paidMinutes(), terms.hourlyWage()), MINUTES_OF_HOUR);
    }

    /** Of each class its part of what was earned. Whatever the parts are rounded to, they come to it. */
    public Map<TimeClass, Long> earnedByClass() {
        Map<TimeClass, Long> parts = new EnumMap<>(TimeClass.class);
        long paid = paidSeconds();
        long counted = 0;
        long given = 0;
        for (TimeClass timeClass : TimeClass.values()) {
            if (paid != 0 && terms.pays(timeClass)) {
                counted += seconds.of(timeClass);
            }
            long until = paid == 0 ? 0 : Math.multiplyExact(earned(), counted) / paid;
            parts.put(timeClass, until - given);
            given = until;
        }
        return parts;
    }

    private static ClassSeconds accounted(Facts facts, WorkTime time) {
        ClassSeconds seconds = ClassSeconds.ZERO;
        for (ClassedSeconds segment : segments(facts, time)) {
            seconds = seconds.plus(segment.timeClass(), segment.seconds().length());
        }
        return seconds;
    }

    /** The class of each second of a shift. */
    static TimeClass[] classes(Facts facts, WorkTime time) {
        TimeClass[] classes = new TimeClass[Math.toIntExact(time.length())];
        for (ClassedSeconds segment : segments(facts, time)) {
            Arrays.fill(
                    classes,
                    (int) segment.seconds().from(),
                    (int) segment.seconds().before(),
                    segment.timeClass());
        }
        return classes;
    }

    /** The shift's seconds, cut wherever a class may change. */
    private static List<ClassedSeconds> segments(Facts facts, WorkTime time) {
        TimeIntervals intervals = new TimeIntervals(facts, time);
        Map<TimeClass, List<Interval>> byClass = new EnumMap<>(TimeClass.class);
        TreeSet<Long> cuts = new TreeSet<>(List.of(0L, time.length()));
        for (TimeClass timeClass : TimeClass.values()) {
            List<Interval> found = intervals.of(timeClass);
            byClass.put(timeClass, found);
            found.forEach(interval -> cuts.addAll(List.of(interval.from(), interval.before())));
        }
        List<ClassedSeconds> segments = new ArrayList<>();
        List<Long> ordered = new ArrayList<>(cuts);
        for (int i = 1; i < ordered.size(); i++) {
            Interval seconds = new Interval(ordered.get(i - 1), ordered.get(i));
            segments.add(new ClassedSeconds(classOf(seconds.from(), byClass), seconds));
        }
        return segments;
    }

    private static TimeClass classOf(long second, Map<TimeClass, List<Interval>> byClass) {
        return PRECEDENCE.stream()
                .filter(timeClass ->
                        byClass.get(timeClass).stream()
                                .anyMatch(interval -> interval.contains(second)))
                .findFirst()
                .orElse(TimeClass.WAITING);
    }

    /** Seconds of one class. */
    private record ClassedSeconds(TimeClass timeClass, Interval seconds) {}
}

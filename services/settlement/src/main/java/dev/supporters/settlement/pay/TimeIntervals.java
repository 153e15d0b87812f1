package dev.supporters.settlement.pay;

import dev.supporters.settlement.pay.WorkTime.Interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When the driver did what, as far as the facts tell. What has not ended lasts until the shift's end. */
final class TimeIntervals {

    private final Facts facts;
    private final WorkTime time;

    TimeIntervals(Facts facts, WorkTime time) {
        this.facts = facts;
        this.time = time;
    }

    List<Interval> of(TimeClass timeClass) {
        return switch (timeClass) {
            case RESTING -> resting();
            case DRIVING -> driving();
            case TO_CUSTOMER -> toCustomer();
            case MOVING -> moving();
            case UNREACHABLE -> unreachable();
            case WAITING -> List.of(new Interval(0, time.length()));
        };
    }

    private List<Interval> resting() {
        Stream<Switch> on =
                facts.of(Fact.Rested.class)
                        .map(fact -> new Switch(fact.version(), fact.time(), true));
        Stream<Switch> off =
                facts.of(Fact.Resumed.class)
                        .map(fact -> new Switch(fact.version(), fact.time(), false));
        return switched(
                Stream.concat(on, off).sorted(Comparator.comparingLong(Switch::order)).toList());
    }

    private List<Interval> unreachable() {
        Stream<Switch> on =
                facts.of(Fact.Unreachable.class).map(fact -> new Switch(0, fact.time(), true));
        Stream<Switch> off =
                facts.of(Fact.Reachable.class).map(fact -> new Switch(1, fact.time(), false));
        return switched(
                Stream.concat(on, off)
                        .sorted(Comparator.comparing(Switch::time).thenComparingLong(Switch::order))
                        .toList());
    }

    private List<Interval> toCustomer() {
        Map<String, Instant> pickedUp =
                earliest(facts.of(Fact.PickedUp.class).map(f -> new Step(f.commandId(), f.time())));
        Map<String, Instant> over = drivesOver();
        return earliest(facts.of(Fact.Accepted.class).map(f -> new Step(f.commandId(), f.time())))
                .entrySet()
                .stream()
                .map(accepted ->
                        time.interval(
                                accepted.getValue(),
                                first(
                                        pickedUp.get(accepted.getKey()),
                                        over.get(accepted.getKey()))))
                .toList();
    }

    private List<Interval> driving() {
        return between(
                earliest(facts.of(Fact.PickedUp.class).map(f -> new Step(f.commandId(), f.time()))),
                drivesOver());
    }

    /** Each command from its acceptance to the end of its drive, oldest first. */
    List<DriveInterval> drives() {
        Map<String, Instant> over = drivesOver();
        return earliest(facts.of(Fact.Accepted.class).map(f -> new Step(f.commandId(), f.time())))
                .entrySet()
                .stream()
                .map(accepted ->
                        new DriveInterval(
                                accepted.getKey(),
                                time.interval(
                                        accepted.getValue(),
                                        over.getOrDefault(accepted.getKey(), time.end()))))
                .sorted(Comparator.comparingLong(drive -> drive.interval().from()))
                .toList();
    }

    private List<Interval> moving() {
        return between(
                earliest(facts.of(Fact.MoveBegun.class).map(f -> new Step(f.moveId(), f.time()))),
                earliest(facts.of(Fact.MoveOver.class).map(f -> new Step(f.moveId(), f.time()))));
    }

    private Map<String, Instant> drivesOver() {
        return earliest(facts.of(Fact.DriveOver.class).map(f -> new Step(f.commandId(), f.time())));
    }

    private List<Interval> between(Map<String, Instant> begins, Map<String, Instant> ends) {
        return begins.entrySet().stream()
                .map(begin ->
                        time.interval(
                                begin.getValue(), ends.getOrDefault(begin.getKey(), time.end())))
                .toList();
    }

    private Instant first(Instant... ends) {
        return Stream.of(ends)
                .flatMap(end -> Optional.ofNullable(end).stream())
                .min(Comparator.naturalOrder())
                .orElse(time.end());
    }

    private List<Interval> switched(List<Switch> switches) {
        List<Interval> intervals = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (Switch each : switches) {
            if (each.on() && since.isEmpty()) {
                since = Optional.of(each.time());
            }
            if (!each.on() && since.isPresent()) {
                intervals.add(time.interval(since.get(), each.time()));
                since = Optional.empty();
            }
        }
        since.ifPresent(open -> intervals.add(time.interval(open, time.end())));
        return intervals;
    }

    private static Map<String, Instant> earliest(Stream<Step> steps) {
        return steps.collect(
                Collectors.toMap(
                        Step::id,
                        Step::time,
                        (one, other) -> one.isBefore(other) ? one : other,
                        TreeMap::new));
    }

    /** A command and the time in which it was carried out. */
    record DriveInterval(String commandId, Interval interval) {}

    private record Switch(long order, Instant time, boolean on) {}

    private record Step(String id, Instant time) {}
}

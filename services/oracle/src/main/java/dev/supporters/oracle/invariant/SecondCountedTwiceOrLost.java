package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.oracle.PostedLedger;
import dev.supporters.oracle.ShiftHistory;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger of an ended shift has as many seconds as the shift, no shift of a driver overlaps another, and minutes round once. */
final class SecondCountedTwiceOrLost implements Invariant {

    private static final long MINUTE = 60;

    @Override
    public String name() {
        return "a paid second counted twice or lost";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Collection<ShiftHistory> shifts = ShiftHistory.of(history.log());
        PostedLedger ledger = PostedLedger.of(history.log().settlement());
        for (ShiftHistory shift : shifts) {
            shift.length()
                    .ifPresentOrElse(
                            length -> sums(shift, length, ledger, violations),
                            () -> violations.add("shift " + shift.workId() + " has no end"));
        }
        overlaps(shifts, violations);
        history.statements().stream()
                .map(CheckedStatement::statement)
                .forEach(s -> rounded(s, violations));
        return violations;
    }

    private static void sums(
            ShiftHistory shift, long length, PostedLedger ledger, List<String> violations) {
        Map<?, Long> classes = ledger.of(shift.workId());
        long sum = classes.values().stream().mapToLong(Long::longValue).sum();
        if (sum != length) {
            violations.add(
                    "shift %s has %d s, its ledger %d s".formatted(shift.workId(), length, sum));
        }
        if (classes.values().stream().anyMatch(seconds -> seconds < 0)) {
            violations.add(
                    "shift %s has less than no time in %s".formatted(shift.workId(), classes));
        }
        if (shift.workEvents().stream()
                        .filter(event -> event.hasBegun() || event.hasEnded())
                        .count()
                != 2) {
            violations.add("shift " + shift.workId() + " begins or ends more than once");
        }
    }

    private static void overlaps(Collection<ShiftHistory> shifts, List<String> violations) {
        Map<String, Instant> ends = new HashMap<>();
        shifts.stream()
                .filter(shift -> shift.length().isPresent())
                .sorted(Comparator.comparing((ShiftHistory shift) -> shift.begin().orElseThrow()))
                .forEach(shift -> {
                    Instant end = shift.end().orElseThrow();
                    Instant before = ends.put(shift.driverId(), end);
                    if (before != null && before.isAfter(shift.begin().orElseThrow())) {
                        violations.add(
                                "shift "
                                        + shift.workId()
                                        + " begins before the one before has ended");
                    }
                });
    }

    private static void rounded(Statement statement, List<String> violations) {
        if (!statement.getFinal()) {
            return;
        }
        long paid =
                statement.getClassesList().stream()
                        .filter(ClassTime::getPaid)
                        .mapToLong(ClassTime::getSeconds)
                        .sum();
        long minutes = Math.ceilDiv(paid, MINUTE);
        long earned =
                Math.ceilDiv(
                        Math.multiplyExact(minutes, statement.getHourlyWage().getAmount()), MINUTE);
        if (statement.getPaidSeconds() != paid
                || statement.getPaidMinutes() != minutes
                || statement.getEarned().getAmount() != earned) {
            violations.add(
                    "shift %s is paid %d s, %d min, %d (expected: %d s, %d min, %d)"
                            .formatted(
                                    statement.getWorkId(),
                                    statement.getPaidSeconds(),
                                    statement.getPaidMinutes(),
                                    statement.getEarned().getAmount(),
                                    paid,
                                    minutes,
                                    earned));
        }
    }
}

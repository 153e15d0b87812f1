package dev.supporters.local.report.invariant;

import dev.supporters.local.report.CheckedStatement;
import dev.supporters.local.report.Ledger;
import dev.supporters.local.report.ReportInput;
import dev.supporters.local.report.Works;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger of an ended work has as many seconds as the work, no work runs beside another, and minutes round once. */
final class SecondCountedTwiceOrLost implements Invariant {

    private static final long MINUTE = 60;

    @Override
    public String name() {
        return "a paid second counted twice or lost";
    }

    @Override
    public List<String> violations(ReportInput input) {
        List<String> violations = new ArrayList<>();
        Collection<Works> works = Works.of(input.log());
        Ledger ledger = Ledger.of(input.log().settlement());
        for (Works work : works) {
            work.length()
                    .ifPresentOrElse(
                            length -> sums(work, length, ledger, violations),
                            () -> violations.add("work " + work.workId() + " has no end"));
        }
        beside(works, violations);
        input.statements().stream()
                .map(CheckedStatement::statement)
                .forEach(s -> rounded(s, violations));
        return violations;
    }

    private static void sums(Works work, long length, Ledger ledger, List<String> violations) {
        Map<?, Long> classes = ledger.of(work.workId());
        long sum = classes.values().stream().mapToLong(Long::longValue).sum();
        if (sum != length) {
            violations.add(
                    "work %s has %d s, its ledger %d s".formatted(work.workId(), length, sum));
        }
        if (classes.values().stream().anyMatch(seconds -> seconds < 0)) {
            violations.add("work %s has less than no time in %s".formatted(work.workId(), classes));
        }
        if (work.work().stream().filter(event -> event.hasBegun() || event.hasEnded()).count()
                != 2) {
            violations.add("work " + work.workId() + " begins or ends more than once");
        }
    }

    private static void beside(Collection<Works> works, List<String> violations) {
        Map<String, Instant> ends = new HashMap<>();
        works.stream()
                .filter(work -> work.length().isPresent())
                .sorted(Comparator.comparing((Works work) -> work.begin().orElseThrow()))
                .forEach(work -> {
                    Instant end = work.end().orElseThrow();
                    Instant before = ends.put(work.driverId(), end);
                    if (before != null && before.isAfter(work.begin().orElseThrow())) {
                        violations.add(
                                "work "
                                        + work.workId()
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
                    "work %s is paid %d s, %d min, %d (expected: %d s, %d min, %d)"
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

package dev.supporters.local.report.invariant;

import dev.supporters.local.report.CheckedStatement;
import dev.supporters.local.report.Ledger;
import dev.supporters.local.report.ReportInput;
import dev.supporters.local.report.WorkSeconds;
import dev.supporters.local.report.Works;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ledger says what the report finds from the events itself, what settlement finds, and what the statements say. */
final class LedgerUnlikeRecomputation implements Invariant {

    @Override
    public String name() {
        return "a ledger unlike its recomputation";
    }

    @Override
    public List<String> violations(ReportInput input) {
        List<String> violations = new ArrayList<>();
        Ledger ledger = Ledger.of(input.log().settlement());
        for (Works work : Works.of(input.log())) {
            WorkSeconds.of(work.work(), work.activity(), work.reachability(), work.moves())
                    .ifPresent(expected ->
                            compare(work.workId(), ledger.of(work.workId()), expected, violations));
        }
        for (CheckedStatement checked : input.statements()) {
            Statement statement = checked.statement();
            if (!checked.same()) {
                violations.add(
                        "work " + statement.getWorkId() + ": settlement recomputes it otherwise");
            }
            if (statement.getFinal()) {
                compare(
                        statement.getWorkId() + " (statement)",
                        Ledger.sums(statement.getEntriesList()),
                        ledger.of(statement.getWorkId()),
                        violations);
            }
        }
        return violations;
    }

    private static void compare(
            String workId,
            Map<TimeClass, Long> found,
            Map<TimeClass, Long> expected,
            List<String> violations) {
        if (!found.equals(expected)) {
            violations.add("work %s: %s (expected: %s)".formatted(workId, found, expected));
        }
    }
}

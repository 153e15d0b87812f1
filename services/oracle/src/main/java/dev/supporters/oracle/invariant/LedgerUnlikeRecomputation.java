package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.oracle.PostedLedger;
import dev.supporters.oracle.ShiftHistory;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ledger agrees with what is calculated here from the events, with settlement's recomputation, and with the statements. */
final class LedgerUnlikeRecomputation implements Invariant {

    @Override
    public String name() {
        return "a ledger unlike its recomputation";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        PostedLedger ledger = PostedLedger.of(history.log().settlement());
        for (ShiftHistory shift : ShiftHistory.of(history.log())) {
            shift.seconds()
                    .ifPresent(expected ->
                            compare(
                                    shift.workId(),
                                    ledger.of(shift.workId()),
                                    expected,
                                    violations));
        }
        for (CheckedStatement checked : history.statements()) {
            Statement statement = checked.statement();
            if (!checked.same()) {
                violations.add(
                        "shift " + statement.getWorkId() + ": settlement recomputes it otherwise");
            }
            if (statement.getFinal()) {
                compare(
                        statement.getWorkId() + " (statement)",
                        PostedLedger.sums(statement.getEntriesList()),
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
            violations.add("shift %s: %s (expected: %s)".formatted(workId, found, expected));
        }
    }
}

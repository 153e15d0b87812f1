package dev.supporters.oracle.invariant;

import dev.supporters.oracle.ExportedFile;
import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.StatementFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The file for those who pay adds up, its checksum line holds, and each of its rows, and their sum, is what settlement said of the statements
 * when the file was fetched. Statements of shifts that had not ended are not compared.
 */
final class StatementFileUnlikeStatements implements Invariant {

    private static final int OK = 200;

    @Override
    public String name() {
        return "a file of statements unlike the statements";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        for (ExportedFile exported : history.exports()) {
            String name = "file of " + exported.businessDate() + ": ";
            if (exported.status() == OK) {
                StatementFile file = StatementFile.read(exported.text());
                file.faults().forEach(fault -> violations.add(name + fault));
                Map<String, Long> rows = file.totals();
                rows.keySet().removeAll(exported.open());
                compare(name, rows, exported.totals(), violations);
            } else {
                violations.add(name + "status " + exported.status() + " (expected: " + OK + ")");
            }
        }
        return violations;
    }

    private static void compare(
            String name,
            Map<String, Long> found,
            Map<String, Long> expected,
            List<String> violations) {
        TreeSet<String> shifts = new TreeSet<>(found.keySet());
        shifts.addAll(expected.keySet());
        for (String shift : shifts) {
            if (!found.containsKey(shift) || !expected.containsKey(shift)) {
                violations.add(
                        "%sshift %s is in the %s only"
                                .formatted(
                                        name, shift, found.containsKey(shift) ? "file" : "ledger"));
            } else if (!found.get(shift).equals(expected.get(shift))) {
                violations.add(
                        "%sshift %s: %d (expected: %d)"
                                .formatted(name, shift, found.get(shift), expected.get(shift)));
            }
        }
        long sum = found.values().stream().mapToLong(Long::longValue).sum();
        long statements = expected.values().stream().mapToLong(Long::longValue).sum();
        if (sum != statements) {
            violations.add(
                    "%sthe rows come to %d (expected: %d, as the statements)"
                            .formatted(name, sum, statements));
        }
    }
}

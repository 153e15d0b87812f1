package dev.supporters.oracle;

import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shifts, their minutes by class, what they cost, and what a completed call cost. */
record PayFigures(NightHistory history) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Shifts"));
        lines.add(ReportLines.number("begun", count(WorkEvent::hasBegun)));
        lines.add(ReportLines.number("ended", count(WorkEvent::hasEnded)));
        lines.addAll(classes());
        lines.addAll(money());
        return lines;
    }

    private long count(java.util.function.Predicate<WorkEvent> kind) {
        return history.log().work().stream().filter(kind).count();
    }

    private List<String> classes() {
        Map<String, Long> seconds = new TreeMap<>();
        for (CheckedStatement checked : history.statements()) {
            for (ClassTime time : checked.statement().getClassesList()) {
                String name = CallFigures.word(time.getTimeClass().name(), "TIME_CLASS_");
                seconds.merge(
                        name + (time.getPaid() ? ", paid" : ", unpaid"),
                        time.getSeconds(),
                        Long::sum);
            }
        }
        return seconds.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        ReportLines.number("  " + entry.getKey(), entry.getValue() / 60.0, "min"))
                .toList();
    }

    private List<String> money() {
        List<Statement> statements = statements();
        if (statements.isEmpty()) {
            return List.of("  no statements");
        }
        String currency = statements.getFirst().getEarned().getCurrency();
        String unit = currency.equals("KRW") ? "won" : "minor units of " + currency;
        long paid = paid(statements);
        long minutes = statements.stream().mapToLong(Statement::getPaidMinutes).sum();
        long completed = completed();
        return List.of(
                ReportLines.number("statements", statements.size()),
                ReportLines.number("paid minutes", minutes),
                ReportLines.line("paid", "%,d %s".formatted(paid, unit)),
                ReportLines.number(
                        "per completed supporters' call", ratio(paid, (double) completed), unit),
                ReportLines.number(
                        "completed calls per paid hour", ratio(completed, minutes / 60.0), ""));
    }

    /** In the minor unit; not a number if there is none, or nothing is known of pay. */
    double perCompletedCall() {
        long completed = completed();
        return completed == 0 || history.statements().isEmpty()
                ? Double.NaN
                : (double) paid(statements()) / completed;
    }

    private List<Statement> statements() {
        return history.statements().stream().map(CheckedStatement::statement).toList();
    }

    private static long paid(List<Statement> statements) {
        return statements.stream().mapToLong(statement -> statement.getTotal().getAmount()).sum();
    }

    private long completed() {
        return history.log().calls().stream()
                .filter(event ->
                        event.hasEnded() && event.getState() == CallState.CALL_STATE_COMPLETED)
                .filter(event ->
                        event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .count();
    }

    private static double ratio(long one, double other) {
        return other == 0 ? 0 : (double) one / other;
    }
}

package dev.supporters.local.report;

import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works, their minutes by class, what they cost, and what a completed call cost. */
record PayFigures(ReportInput input) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.head("Works"));
        lines.add(Lines.number("begun", count(WorkEvent::hasBegun)));
        lines.add(Lines.number("ended", count(WorkEvent::hasEnded)));
        lines.addAll(classes());
        lines.addAll(money());
        return lines;
    }

    private long count(java.util.function.Predicate<WorkEvent> kind) {
        return input.log().work().stream().filter(kind).count();
    }

    private List<String> classes() {
        Map<String, Long> seconds = new TreeMap<>();
        for (CheckedStatement checked : input.statements()) {
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
                .map(entry -> Lines.number("  " + entry.getKey(), entry.getValue() / 60.0, "min"))
                .toList();
    }

    private List<String> money() {
        List<Statement> statements =
                input.statements().stream().map(CheckedStatement::statement).toList();
        if (statements.isEmpty()) {
            return List.of("  no statements");
        }
        String currency = statements.getFirst().getEarned().getCurrency();
        String unit = currency.equals("KRW") ? "won" : "minor units of " + currency;
        long paid =
                statements.stream().mapToLong(statement -> statement.getTotal().getAmount()).sum();
        long minutes = statements.stream().mapToLong(Statement::getPaidMinutes).sum();
        long completed =
                input.log().calls().stream()
                        .filter(event ->
                                event.hasEnded()
                                        && event.getState() == CallState.CALL_STATE_COMPLETED)
                        .filter(event ->
                                event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS)
                        .count();
        return List.of(
                Lines.number("statements", statements.size()),
                Lines.number("paid minutes", minutes),
                Lines.line("paid", "%,d %s".formatted(paid, unit)),
                Lines.number(
                        "per completed supporters' call", ratio(paid, (double) completed), unit),
                Lines.number(
                        "completed calls per paid hour", ratio(completed, minutes / 60.0), ""));
    }

    private static double ratio(long one, double other) {
        return other == 0 ? 0 : (double) one / other;
    }
}

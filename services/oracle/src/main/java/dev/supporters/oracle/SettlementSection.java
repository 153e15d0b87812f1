package dev.supporters.oracle;

import static java.util.Objects.requireNonNull;

import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.player.BusinessDateFigures;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.Correction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the business date was closed, what was corrected after it, and whether the file for those who pay adds up.
 *
 * @param date as the gateway tells it
 * @param windowEnd from when on times are told
 */
public record SettlementSection(BusinessDateFigures date, Instant windowEnd)
        implements ReportSection {

    private static final int OK = 200;
    private static final double SECONDS_OF_MINUTE = 60;

    public SettlementSection {
        requireNonNull(date);
        requireNonNull(windowEnd);
    }

    @Override
    public List<String> lines(NightHistory history) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Close of the business date"));
        if (date.problem().isEmpty()) {
            lines.add(ReportLines.line("state", CallFigures.word(date.state(), "")));
            date.closingSince()
                    .ifPresent(time ->
                            lines.add(
                                    ReportLines.line(
                                            "closing", after(time) + ", by " + date.actor())));
            date.closedSince()
                    .ifPresent(time -> lines.add(ReportLines.line("closed", after(time))));
            date.obstacles()
                    .forEach((kind, shifts) ->
                            lines.add(
                                    ReportLines.number(
                                            "  in the way: " + CallFigures.word(kind, ""),
                                            shifts)));
        } else {
            lines.add("  " + date.problem());
        }
        lines.add(ReportLines.line("told on the topic", told(history)));
        lines.addAll(corrections(history));
        history.exports().forEach(exported -> lines.addAll(lines(exported, history)));
        return lines;
    }

    /** The states that others were told, in their order. */
    private static String told(NightHistory history) {
        List<String> states =
                history.log().settlement().stream()
                        .filter(SettlementEvent::hasBusinessDateChanged)
                        .map(event -> event.getBusinessDateChanged().getState())
                        .map(BusinessDateState::name)
                        .map(name -> CallFigures.word(name, "BUSINESS_DATE_STATE_"))
                        .distinct()
                        .toList();
        return states.isEmpty() ? "nothing" : String.join(", ", states);
    }

    private static List<String> corrections(NightHistory history) {
        List<Correction> corrections =
                history.log().settlement().stream()
                        .filter(SettlementEvent::hasCorrected)
                        .map(event -> event.getCorrected().getCorrection())
                        .toList();
        long sum =
                corrections.stream()
                        .mapToLong(correction -> correction.getAmount().getAmount())
                        .sum();
        return List.of(
                ReportLines.line(
                        "corrections of it in later statements",
                        corrections.isEmpty()
                                ? "0"
                                : "%,d, together %,d minor units"
                                        .formatted(corrections.size(), sum)));
    }

    /** The file has everybody, also who only rehearsed or is demo data; the rest of the report has the night's drivers. */
    private static List<String> lines(ExportedFile exported, NightHistory history) {
        String name = "file of " + exported.businessDate();
        if (exported.status() != OK) {
            return List.of(ReportLines.line(name, "none, status " + exported.status()));
        }
        StatementFile file = StatementFile.read(exported.text());
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.number(name + ", statements", file.rows().size()));
        lines.add(ReportLines.number("  total of all its rows, minor units", file.sum("total")));
        lines.add(ReportLines.number("  held of it", file.sum("held")));
        lines.add(
                ReportLines.number(
                        "  total by settlement, final, all drivers",
                        exported.totals().values().stream().mapToLong(Long::longValue).sum()));
        lines.add(
                ReportLines.number(
                        "  of it of the night's drivers",
                        ofTheNight(exported.businessDate(), history)));
        lines.add(ReportLines.line("  adds up", file.faults().isEmpty() ? "yes" : "no"));
        lines.add(ReportLines.line("  checksum line holds", file.checksumHolds() ? "yes" : "no"));
        return lines;
    }

    private static long ofTheNight(String businessDate, NightHistory history) {
        return history.statements().stream()
                .map(CheckedStatement::statement)
                .filter(statement ->
                        statement.getFinal() && statement.getBusinessDate().equals(businessDate))
                .mapToLong(statement -> statement.getTotal().getAmount())
                .sum();
    }

    private String after(Instant time) {
        return String.format(
                Locale.ROOT,
                "%.1f min after the window",
                Duration.between(windowEnd, time).toSeconds() / SECONDS_OF_MINUTE);
    }
}

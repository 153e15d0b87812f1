package dev.supporters.gateway.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import dev.supporters.contract.Products;
import dev.supporters.platform.digest.Sha256;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.StatementLineKind;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements as CSV (RFC 4180, UTF-8, lines end with CR LF): a header, a row for each statement, a row "SUM" for each currency, and a last
 * row "SHA256" with the digest of all bytes before it. Amounts are in the currency's minor unit.
 */
public final class StatementCsv {

    static final String SUM = "SUM";
    static final String CHECKSUM = "SHA256";

    /** How much of the total waits for an operator who looks at it: all or nothing of a statement. */
    private static final String HELD = "held";

    private static final String CLASS_PREFIX = "TIME_CLASS_";

    /** A spreadsheet takes a text that begins with one of these for a formula; also as full-width characters. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<TimeClass> CLASSES =
            Arrays.stream(TimeClass.values())
                    .filter(each ->
                            each != TimeClass.TIME_CLASS_UNSPECIFIED
                                    && each != TimeClass.UNRECOGNIZED)
                    .toList();

    /** The columns of what was added. With what was earned they come to the total. */
    private static final Map<StatementLineKind, String> ADDED =
            new EnumMap<>(
                    Map.of(
                            StatementLineKind.STATEMENT_LINE_KIND_CORRECTION, "corrections",
                            StatementLineKind.STATEMENT_LINE_KIND_GUARANTEE, "guarantees",
                            StatementLineKind.STATEMENT_LINE_KIND_DEDUCTION, "deductions",
                            StatementLineKind.STATEMENT_LINE_KIND_GRANT, "grants",
                            StatementLineKind.STATEMENT_LINE_KIND_NOT_TAKEN, "not_taken",
                            StatementLineKind.STATEMENT_LINE_KIND_CLOSED_DATE, "closed_dates",
                            StatementLineKind.STATEMENT_LINE_KIND_PAID_LATER, "paid_later"));

    private static final List<String> NUMBERS =
            Stream.of(
                            CLASSES.stream().map(StatementCsv::column),
                            Stream.of("paid_seconds", "paid_minutes", "hourly_wage", "earned"),
                            ADDED.values().stream(),
                            Stream.of("adjusted", "total"))
                    .flatMap(each -> each)
                    .toList();

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();

    public StatementCsv() {
        line(
                Stream.of(
                        Stream.of("business_date", "driver_id", "work_id", "product", "state"),
                        NUMBERS.stream(),
                        Stream.of("currency", "payment", HELD)));
    }

    public void add(Statement statement) {
        Map<String, Long> numbers = numbers(statement);
        String currency = statement.getTotal().getCurrency();
        line(
                Stream.of(
                        Stream.of(
                                statement.getBusinessDate(),
                                safe(statement.getDriverId()),
                                safe(statement.getWorkId()),
                                Products.name(statement.getProduct()),
                                state(statement)),
                        NUMBERS.stream().map(name -> String.valueOf(numbers.get(name))),
                        Stream.of(
                                safe(currency),
                                payment(statement.getPaymentState()),
                                String.valueOf(numbers.get(HELD)))));
        Map<String, Long> sum = sums.computeIfAbsent(currency, each -> new LinkedHashMap<>());
        numbers.forEach((name, number) -> sum.merge(name, number, Math::addExact));
    }

    /** The whole, with its sums and its checksum. */
    public String finish() {
        sums.forEach((currency, sum) ->
                line(
                        Stream.of(
                                Stream.of(SUM, "", "", "", ""),
                                NUMBERS.stream()
                                        .map(name ->
                                                name.equals("hourly_wage")
                                                        ? ""
                                                        : String.valueOf(sum.get(name))),
                                Stream.of(safe(currency), "", String.valueOf(sum.get(HELD))))));
        csv.writeRecord(CHECKSUM, Sha256.hex(text.toString()));
        return text.toString();
    }

    private static Map<String, Long> numbers(Statement statement) {
        Map<TimeClass, Long> seconds =
                statement.getClassesList().stream()
                        .collect(Collectors.toMap(ClassTime::getTimeClass, ClassTime::getSeconds));
        Map<String, Long> numbers = new LinkedHashMap<>();
        CLASSES.forEach(each -> numbers.put(column(each), seconds.getOrDefault(each, 0L)));
        long earned = statement.getEarned().getAmount();
        long total = statement.getTotal().getAmount();
        numbers.put("paid_seconds", statement.getPaidSeconds());
        numbers.put("paid_minutes", statement.getPaidMinutes());
        numbers.put("hourly_wage", statement.getHourlyWage().getAmount());
        numbers.put("earned", earned);
        ADDED.forEach((kind, column) -> numbers.put(column, added(statement, kind)));
        numbers.put("adjusted", Math.subtractExact(total, earned));
        numbers.put("total", total);
        numbers.put(
                HELD, statement.getPaymentState() == PaymentState.PAYMENT_STATE_HELD ? total : 0);
        return numbers;
    }

    /** Whether a clerk may pay what is to be paid; empty if the statement does not say. */
    private static String payment(PaymentState state) {
        return switch (state) {
            case PAYMENT_STATE_HELD -> "HELD";
            case PAYMENT_STATE_NOT_HELD -> "NOT_HELD";
            case PAYMENT_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static long added(Statement statement, StatementLineKind kind) {
        return statement.getLinesList().stream()
                .filter(line -> line.getKind() == kind)
                .mapToLong(line -> line.getAmount().getAmount())
                .reduce(0, Math::addExact);
    }

    /** What a clerk must know before paying. */
    private static String state(Statement statement) {
        if (statement.hasCloseTime()) {
            return "CLOSED";
        }
        if (statement.getFinal()) {
            return "FINAL";
        }
        return statement.getMissingVersion() > 0 ? "HELD_BACK" : "RUNNING";
    }

    private static String column(TimeClass timeClass) {
        return timeClass.name().substring(CLASS_PREFIX.length()).toLowerCase(Locale.ROOT)
                + "_seconds";
    }

    private void line(Stream<Stream<String>> cells) {
        csv.writeRecord(cells.flatMap(each -> each).toList());
    }

    /** A text of somebody else, which no spreadsheet takes for a formula. */
    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

package dev.supporters.gateway.upload;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.platform.csv.CsvException;
import dev.supporters.platform.csv.CsvRow;
import dev.supporters.platform.csv.CsvTable;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.StatisticsRow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Days of drivers in a CSV file, as spreadsheets write it.
 *
 * @param rows those that can be read, in the order of the file
 * @param problems one for each other row
 */
public record DriverStatisticsCsv(List<Row> rows, List<Problem> problems) {

    private static final String DRIVER_ID = "driver_id";
    private static final String DATE = "date";
    private static final String COMPLETED = "completed_drives";
    private static final String CANCELLED = "cancelled_drives";
    private static final String ACCIDENTS = "accidents";
    private static final String FINES = "fines";
    private static final String RATINGS = "rating_count";
    private static final String AVERAGE = "average_rating";
    private static final List<String> REQUIRED = List.of(DRIVER_ID, DATE);
    private static final Set<String> KNOWN =
            Set.of(DRIVER_ID, DATE, COMPLETED, CANCELLED, ACCIDENTS, FINES, RATINGS, AVERAGE);
    private static final int MOST = 1_000;

    /** How spreadsheets write long numbers, of which they have lost the end then. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]*)?[eE][+-]?[0-9]+");

    /** What an id may be; another one would have the whole request refused. */
    private static final Pattern ID = Pattern.compile("[^/\\p{C}]{1,64}");

    public DriverStatisticsCsv {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** A row and where it stands, from 1. */
    public record Row(long line, StatisticsRow row) {}

    /** Why a line was not taken, in one line of text. */
    public record Problem(long line, String text) {}

    /**
     * Reads a whole file, of whose drives the product is known.
     *
     * @throws Refusal INVALID_ARGUMENT if it is no table with the required columns
     */
    public static DriverStatisticsCsv read(InputStream bytes, Product product) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        try (CsvTable table = CsvTable.read(bytes, KNOWN, REQUIRED)) {
            boolean more = true;
            while (more) {
                try {
                    Optional<CsvRow> found = table.next();
                    more = found.isPresent();
                    found.map(row -> row(row, product, lines)).ifPresent(rows::add);
                } catch (CsvException e) {
                    problems.add(new Problem(e.line(), e.getMessage()));
                }
            }
        } catch (CsvException e) {
            throw Refusal.invalid("body", "no table", e.getMessage());
        } catch (IOException e) {
            throw Refusal.invalid("body", "no table", "a file that can be read to its end");
        }
        return new DriverStatisticsCsv(rows, problems);
    }

    private static Row row(CsvRow row, Product product, Map<String, Long> lines) {
        String driverId = row.text(DRIVER_ID);
        if (ROUNDED.matcher(driverId).matches()) {
            throw row.wrong(DRIVER_ID, "the driver's whole id; a spreadsheet has rounded it");
        }
        if (!ID.matcher(driverId).matches()) {
            throw row.wrong(DRIVER_ID, "an id of 1 to 64 characters without a slash");
        }
        Long before = lines.putIfAbsent(driverId + "/" + row.text(DATE), row.line());
        if (before != null) {
            throw row.wrong(DATE, "each date of a driver once; it is in line " + before + ", too");
        }
        return new Row(
                row.line(),
                StatisticsRow.newBuilder()
                        .setDriverId(driverId)
                        .setProduct(product)
                        .setDate(row.text(DATE))
                        .setCompletedDrives(number(row, COMPLETED))
                        .setCancelledDrives(number(row, CANCELLED))
                        .setAccidents(number(row, ACCIDENTS))
                        .setFines(number(row, FINES))
                        .setRatingCount(number(row, RATINGS))
                        .setAverageRating(
                                row.amount(AVERAGE, JoinPolicy.MOST_RATING, "1 to 5, or nothing")
                                        .orElse(0))
                        .build());
    }

    private static int number(CsvRow row, String column) {
        String expected = "a whole number from 0 to " + MOST + ", or nothing";
        OptionalDouble found = row.amount(column, MOST, expected);
        if (found.isPresent() && found.getAsDouble() != Math.rint(found.getAsDouble())) {
            throw row.wrong(column, expected);
        }
        return (int) found.orElse(0);
    }
}

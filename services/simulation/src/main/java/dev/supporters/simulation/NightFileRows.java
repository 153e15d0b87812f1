package dev.supporters.simulation;

import dev.supporters.contract.Position;
import dev.supporters.platform.csv.CsvException;
import dev.supporters.platform.csv.CsvRow;
import dev.supporters.platform.csv.CsvTable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** All rows of a night's file, each checked by itself. */
record NightFileRows(List<Row> rows, List<String> unusedColumns) {

    /** A request as the file has it. */
    record Row(
            long line,
            OffsetDateTime time,
            Position origin,
            Position destination,
            OptionalDouble meters,
            OptionalLong fare) {}

    private static final List<String> REQUIRED =
            List.of(
                    "requested_at",
                    "origin_lat",
                    "origin_lng",
                    "destination_lat",
                    "destination_lng");
    private static final Set<String> KNOWN =
            Set.of(
                    "requested_at",
                    "origin_lat",
                    "origin_lng",
                    "destination_lat",
                    "destination_lng",
                    "fare",
                    "distance_m",
                    "passengers",
                    "distance_kind",
                    "duration_s",
                    "source_at");
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_LATITUDE = 90;
    private static final int MOST_LONGITUDE = 180;
    private static final double MOST_METERS = 1e6;
    private static final long MOST_FARE = 1_000_000_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    static NightFileRows read(Path path, String file, Optional<Currency> currency) {
        try (CsvTable table = CsvTable.open(path, KNOWN, REQUIRED)) {
            List<Row> rows = new ArrayList<>();
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw NightFileException.unplayable(
                            file,
                            "more than " + NightFile.counted(MOST_ROWS, "row"),
                            "the rows of one night, or of some");
                }
                rows.add(row(row.get(), currency));
            }
            if (rows.isEmpty()) {
                throw NightFileException.at(file, 2, "requested_at", "", "at least one call");
            }
            return new NightFileRows(List.copyOf(rows), table.unknownColumns());
        } catch (CsvException e) {
            throw NightFileException.of(file, e);
        } catch (IOException e) {
            throw NightFileException.unreadable(file, "cannot be closed: " + e.getMessage());
        }
    }

    private static Row row(CsvRow row, Optional<Currency> currency) {
        OffsetDateTime time = row.time("requested_at");
        Position origin = point(row, "origin_lat", "origin_lng");
        return new Row(
                row.line(),
                time,
                origin,
                point(row, "destination_lat", "destination_lng"),
                row.amount("distance_m", MOST_METERS, "metres, or nothing"),
                fare(row, origin, currency));
    }

    private static Position point(CsvRow row, String latColumn, String lngColumn) {
        return new Position(
                row.degrees(latColumn, MOST_LATITUDE), row.degrees(lngColumn, MOST_LONGITUDE));
    }

    private static OptionalLong fare(CsvRow row, Position origin, Optional<Currency> currency) {
        String found = row.text("fare");
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        if (WHOLE.matcher(found).matches() && Long.parseLong(found) <= MOST_FARE) {
            return OptionalLong.of(Long.parseLong(found));
        }
        Currency unit = currency.orElseGet(() -> City.currencyAt(origin));
        throw row.wrong(
                "fare",
                "an amount in the minor unit of %s, whole and not negative (%s), or nothing"
                        .formatted(unit.getCurrencyCode(), minorUnit(unit)));
    }

    /** An example: who has made a fraction of it must see what the file should have. */
    private static String minorUnit(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal amount = BigDecimal.valueOf(12).setScale(digits);
        return "%s %s is %s".formatted(amount, currency.getCurrencyCode(), amount.unscaledValue());
    }
}

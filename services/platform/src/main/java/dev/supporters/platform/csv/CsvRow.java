package dev.supporters.platform.csv;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** One row of a file, read column by column. What cannot be used is a {@link CsvException}. */
public record CsvRow(long line, CsvHeader header, List<String> cells) {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("[0-9]{1,3},[0-9]{3}");

    /** Also as Python and spreadsheets write it: a space for the T, an offset without a colon. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][ ]")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[ ][XXX][XX][X]")
                    .toFormatter(Locale.ROOT);

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    public OffsetDateTime time(String column) {
        String expected =
                "ISO-8601 with offset, like 2015-06-26T21:00:00-04:00, from "
                        + FIRST_YEAR
                        + " to "
                        + LAST_YEAR;
        try {
            OffsetDateTime time = OffsetDateTime.parse(text(column), TIME);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException e) {
            throw wrong(column, expected);
        }
        throw wrong(column, expected);
    }

    /** Degrees of latitude or longitude. */
    public double degrees(String column, int most) {
        String expected = "degrees from -" + most + " to " + most;
        double degrees = number(column, expected).orElseThrow(() -> wrong(column, expected));
        if (Math.abs(degrees) <= most) {
            return degrees;
        }
        CsvException wrong = wrong(column, expected);
        throw Math.abs(degrees) <= 180
                ? wrong.withHint("are latitude and longitude swapped?")
                : wrong;
    }

    /** Empty when the column or its cell is. */
    public OptionalDouble amount(String column, double most, String expected) {
        if (PERHAPS_THOUSANDS.matcher(text(column)).matches()) {
            throw wrong(column, expected + "; without separators of thousands");
        }
        OptionalDouble amount = number(column, expected);
        if (amount.isPresent() && (amount.getAsDouble() < 0 || amount.getAsDouble() > most)) {
            throw wrong(column, expected);
        }
        return amount;
    }

    /** Some countries write a comma where others write a point. */
    private OptionalDouble number(String column, String expected) {
        String found = text(column);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(found).matches()) {
            throw wrong(column, expected);
        }
        return OptionalDouble.of(Double.parseDouble(found.replace(',', '.')));
    }

    /** The exception for a cell that is not what was expected. */
    public CsvException wrong(String column, String expected) {
        return CsvException.at(line, column, text(column), expected);
    }

    /** The cell without spaces around it; empty if the file has no such column. */
    public String text(String column) {
        Integer index = header.index(column);
        return index == null ? "" : cells.get(index);
    }
}

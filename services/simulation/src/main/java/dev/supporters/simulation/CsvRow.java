package dev.supporters.simulation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One row of a night's file, read column by column. */
record CsvRow(String file, int line, Map<String, Integer> columns, List<String> cells) {

    OffsetDateTime time(String column) {
        String found = text(column);
        try {
            return OffsetDateTime.parse(found);
        } catch (DateTimeParseException e) {
            throw wrong(column, "ISO-8601 with offset, like 2015-06-26T21:00:00-04:00");
        }
    }

    Point point(String latColumn, String lngColumn) {
        return new Point(degrees(latColumn, 90), degrees(lngColumn, 180));
    }

    private double degrees(String column, int most) {
        String expected = "degrees from -" + most + " to " + most;
        double degrees = number(column, expected).orElseThrow(() -> wrong(column, expected));
        if (Math.abs(degrees) > most) {
            throw wrong(column, expected);
        }
        return degrees;
    }

    /** Empty when the column or its cell is. */
    OptionalDouble amount(String column, double most, String expected) {
        OptionalDouble amount = number(column, expected);
        if (amount.isPresent() && (amount.getAsDouble() < 0 || amount.getAsDouble() > most)) {
            throw wrong(column, expected);
        }
        return amount;
    }

    private OptionalDouble number(String column, String expected) {
        String found = text(column);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(found);
            if (Double.isFinite(number) && Character.isDigit(found.charAt(found.length() - 1))) {
                return OptionalDouble.of(number);
            }
            throw wrong(column, expected);
        } catch (NumberFormatException e) {
            throw wrong(column, expected);
        }
    }

    NightFileException wrong(String column, String expected) {
        return NightFileException.at(file, line, column, text(column), expected);
    }

    private String text(String column) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index);
    }
}

package dev.supporters.legacy.adapter.rest;

import dev.supporters.contract.DriverId;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The JSON object of a request. Each field is checked when it is read. */
final class JsonInput {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,40})?");
    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");
    private static final int ID_LENGTH = 100;
    private static final int DRIVER_ID_LENGTH = DriverId.MAX_LENGTH;

    private final JsonObject json;
    private final String prefix;

    private JsonInput(JsonObject json, String prefix) {
        this.json = json;
        this.prefix = prefix;
    }

    static JsonInput parse(String body) {
        try {
            return new JsonInput(new JsonObject(body), "");
        } catch (DecodeException e) {
            throw new InvalidInputException(
                    "body", body.isBlank() ? "nothing" : "no JSON object", "a JSON object");
        }
    }

    static String callId(String value) {
        if (!CALL_ID.matcher(value).matches()) {
            throw new InvalidInputException("call_id", value, "1 to 18 decimal digits");
        }
        return value;
    }

    static String driverId(String value) {
        if (value.isBlank() || value.length() > DRIVER_ID_LENGTH) {
            throw new InvalidInputException(
                    "driver_id", value, "1 to " + DRIVER_ID_LENGTH + " characters");
        }
        return value;
    }

    String callId() {
        return callId(text("call_id", ID_LENGTH));
    }

    String driverId() {
        return text("driver_id", DRIVER_ID_LENGTH);
    }

    String id(String field) {
        return text(field, ID_LENGTH);
    }

    String text(String field, int most) {
        String value = optionalText(field, most);
        if (value.isBlank()) {
            throw bad(field, "text of 1 to " + most + " characters");
        }
        return value;
    }

    String optionalText(String field, int most) {
        Object value = json.getValue(field);
        if (value == null) {
            return "";
        }
        // some clients send ids as numbers
        String text = value instanceof String || value instanceof Number ? value.toString() : null;
        if (text == null || text.length() > most) {
            throw bad(field, "text of at most " + most + " characters");
        }
        return text;
    }

    boolean flag(String field) {
        if (json.getValue(field) instanceof Boolean value) {
            return value;
        }
        throw bad(field, "true or false");
    }

    /** An exact decimal in degrees, sent as a number or as text. */
    String degrees(String field, int most) {
        Object value = json.getValue(field);
        String text = value instanceof Number number ? plain(number) : String.valueOf(value);
        boolean sound =
                DECIMAL.matcher(text).matches()
                        && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!sound) {
            throw bad(field, "a decimal from -" + most + " to " + most);
        }
        return text;
    }

    long whole(String field, long most) {
        Object value = json.getValue(field);
        boolean whole = value instanceof Integer || value instanceof Long;
        if (!whole || ((Number) value).longValue() < 0 || ((Number) value).longValue() > most) {
            throw bad(field, "a whole number from 0 to " + most);
        }
        return ((Number) value).longValue();
    }

    Instant time(String field) {
        try {
            return Instant.parse(text(field, ID_LENGTH));
        } catch (DateTimeException e) {
            throw bad(field, "a time like 2026-11-20T12:30:00Z");
        }
    }

    JsonInput object(String field) {
        if (json.getValue(field) instanceof JsonObject object) {
            return new JsonInput(object, prefix + field + ".");
        }
        throw bad(field, "an object");
    }

    boolean has(String field) {
        return json.getValue(field) != null;
    }

    List<String> texts(String field) {
        Object value = json.getValue(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(String.class::isInstance)) {
            return array.stream().map(String.class::cast).toList();
        }
        throw bad(field, "an array of texts");
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).toPlainString();
    }

    private InvalidInputException bad(String field, String expected) {
        Object value = json.getValue(field);
        return new InvalidInputException(
                prefix + field, value == null ? "nothing" : value, expected);
    }

    /** A request that cannot be read: which field, what was found, what was expected. */
    static final class InvalidInputException extends RuntimeException {

        private final String field;
        private final String found;
        private final String expected;

        InvalidInputException(String field, Object found, String expected) {
            super(field + " (expected: " + expected + ")", null, false, false);
            String text = String.valueOf(found);
            this.field = field;
            this.found = text.length() <= 100 ? text : text.substring(0, 100) + "…";
            this.expected = expected;
        }

        String field() {
            return field;
        }

        String found() {
            return found;
        }

        String expected() {
            return expected;
        }
    }
}

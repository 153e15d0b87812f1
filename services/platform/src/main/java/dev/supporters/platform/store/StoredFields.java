package dev.supporters.platform.store;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one convention of stored values. {@link #stored} writes: instants as BSON dates (milliseconds; what is finer is cut off),
 * {@link LocalDate} and {@link Duration} as ISO text, enum constants by name without the prefix that protos put before it, so
 * {@code PRODUCT_DRIVER} is "DRIVER". What is not there is left out, not null.
 *
 * <p>An object of this class reads a state or a part of it. It also accepts what the version before wrote: instants as epoch
 * milliseconds or ISO text, enum constants with their prefix. What it cannot read is an {@link IllegalStateException} that names
 * collection, field and value.
 */
@SuppressWarnings("JavaUtilDate") // the type of BSON dates in the driver of MongoDB
public final class StoredFields {

    /** Of each enum, made once: states are read all the time. */
    private static final ClassValue<StoredConstants> CONSTANTS =
            new ClassValue<>() {
                @Override
                protected StoredConstants computeValue(Class<?> type) {
                    return new StoredConstants(type);
                }
            };

    private final String place;
    private final Document document;

    private StoredFields(String place, Document document) {
        this.place = place;
        this.document = document;
    }

    /** Reads a state of a collection. */
    public static StoredFields of(String collection, Document state) {
        return new StoredFields(collection + ": ", state);
    }

    public static Date stored(Instant instant) {
        return new Date(instant.toEpochMilli());
    }

    public static String stored(LocalDate date) {
        return date.toString();
    }

    public static String stored(Duration duration) {
        return duration.toString();
    }

    public static String stored(Enum<?> constant) {
        if (constant.name().equals("UNRECOGNIZED")) {
            throw new IllegalArgumentException(
                    constant.getDeclaringClass().getSimpleName()
                            + ": UNRECOGNIZED (expected: a constant that this version knows)");
        }
        return CONSTANTS.get(constant.getDeclaringClass()).written(constant);
    }

    /** A value of any of the kinds that can be stored and compared. */
    public static Object stored(Object value) {
        return switch (value) {
            case Instant instant -> stored(instant);
            case LocalDate date -> stored(date);
            case Duration duration -> stored(duration);
            case Enum<?> constant -> stored(constant);
            case String text -> text;
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            case Date date -> date;
            default ->
                    throw new IllegalArgumentException(
                            "value: "
                                    + value.getClass()
                                    + " (expected: text, a number, a boolean, a time or an enum)");
        };
    }

    public String text(String field) {
        return value(field, String.class);
    }

    /** The text; "" where there is none. */
    public String textOrEmpty(String field) {
        return has(field) ? text(field) : "";
    }

    public List<String> texts(String field) {
        return list(field, String.class);
    }

    public long number(String field) {
        return value(field, Number.class).longValue();
    }

    public int integer(String field) {
        return Math.toIntExact(number(field));
    }

    public double decimal(String field) {
        return value(field, Number.class).doubleValue();
    }

    public boolean flag(String field) {
        return value(field, Boolean.class);
    }

    public Instant instant(String field) {
        return switch (required(field)) {
            case Date date -> Instant.ofEpochMilli(date.getTime());
            case Long millis -> Instant.ofEpochMilli(millis);
            case Integer millis -> Instant.ofEpochMilli(millis);
            case String text -> parsed(field, text, Instant::parse);
            case Object other -> throw unreadable(field, other, "a date");
        };
    }

    public Optional<Instant> findInstant(String field) {
        return has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    public LocalDate date(String field) {
        return parsed(field, text(field), LocalDate::parse);
    }

    public Duration duration(String field) {
        return parsed(field, text(field), Duration::parse);
    }

    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        String text = text(field);
        return CONSTANTS
                .get(type)
                .find(text)
                .map(type::cast)
                .orElseThrow(() ->
                        unreadable(field, text, "one of " + List.of(type.getEnumConstants())));
    }

    /** A part of the state that is a document. */
    public StoredFields part(String field) {
        return new StoredFields(place + field + ".", value(field, Document.class));
    }

    public Optional<StoredFields> findPart(String field) {
        return has(field) ? Optional.of(part(field)) : Optional.empty();
    }

    public List<StoredFields> parts(String field) {
        return list(field, Document.class).stream()
                .map(part -> new StoredFields(place + field + ".", part))
                .toList();
    }

    public boolean has(String field) {
        return document.get(field) != null;
    }

    /** An error that says where the value is. */
    public IllegalStateException unreadable(String field, Object value, String expected) {
        return new IllegalStateException(
                place + field + ": \"" + value + "\" (expected: " + expected + ")");
    }

    private <V> List<V> list(String field, Class<V> type) {
        List<?> elements = value(field, List.class);
        return elements.stream().map(element -> cast(field, element, type)).toList();
    }

    private <V> V value(String field, Class<V> type) {
        return cast(field, required(field), type);
    }

    private <V> V cast(String field, Object value, Class<V> type) {
        if (!type.isInstance(value)) {
            // the class only: the value may be a customer's
            throw unreadable(field, value.getClass().getSimpleName(), type.getSimpleName());
        }
        return type.cast(value);
    }

    private Object required(String field) {
        Object value = document.get(field);
        if (value == null) {
            throw new IllegalStateException(place + field + " is missing");
        }
        return value;
    }

    private <V> V parsed(String field, String text, Function<String, V> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeParseException e) {
            IllegalStateException failure = unreadable(field, text, "ISO text");
            failure.initCause(e);
            throw failure;
        }
    }
}

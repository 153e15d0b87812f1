package dev.supporters.gateway.adapter.graphql.scalar;

import graphql.schema.GraphQLScalarType;

import io.smallrye.graphql.scalar.GraphQLScalarTypes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The scalars of the schema instead of the library's, which let numbers wrap around and take objects as ids. */
public final class ScalarTypes {

    private static final int DATE_LENGTH = 10;
    private static final int LAST_YEAR = 9999;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,40})?");

    private ScalarTypes() {}

    /** Tells the library. To be called before it builds the schema. */
    public static void register() {
        GraphQLScalarType integer =
                scalar(
                        "Int",
                        "A whole number of 32 bits.",
                        "a whole number from -2147483648 to 2147483647",
                        ScalarTypes::integer,
                        ScalarTypes::integer);
        GraphQLScalarType decimal =
                scalar(
                        "Float",
                        "A number with double precision (IEEE 754).",
                        "a finite number",
                        ScalarTypes::decimal,
                        ScalarTypes::decimal);
        GraphQLScalarType exact =
                scalar(
                        "BigDecimal",
                        "An exact decimal like 37.39433886412452, as a number or a text.",
                        "a decimal of at most 50 characters, like 37.39",
                        ScalarTypes::exact,
                        ScalarTypes::text);
        GraphQLScalarType number =
                scalar(
                        "BigInteger",
                        "A whole number of 64 bits. Amounts of money are in the currency's minor unit.",
                        "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
                        given -> whole(given).filter(value -> value.bitLength() < Long.SIZE),
                        ScalarTypes::whole);
        GraphQLScalarType date =
                scalar(
                        "Date",
                        "A date of the calendar like 2026-11-20 (ISO 8601).",
                        "a date like 2026-11-20",
                        ScalarTypes::date,
                        ScalarTypes::text);
        GraphQLScalarType time =
                scalar(
                        "DateTime",
                        "A moment like 2026-11-20T12:00:00Z (ISO 8601). Answers are in UTC.",
                        "a moment like 2026-11-20T12:00:00Z, of the years 1 to 9999",
                        ScalarTypes::moment,
                        ScalarTypes::text);
        GraphQLScalarType id =
                scalar(
                        "ID",
                        "An id: a text without control characters, or a whole number.",
                        "a text without control characters, or a whole number",
                        ScalarTypes::id,
                        ScalarTypes::text);
        map(integer, Integer.class, int.class);
        map(decimal, Double.class, double.class);
        map(exact, BigDecimal.class);
        map(number, BigInteger.class, Long.class, long.class);
        map(date, LocalDate.class);
        map(time, Instant.class);
        GraphQLScalarTypes.registerCustomScalar("ID", "ID", id);
    }

    static GraphQLScalarType scalar(
            String name,
            String description,
            String expected,
            Function<Object, Optional<?>> input,
            Function<Object, Optional<?>> output) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(new ScalarValidation(expected, input, output))
                .build();
    }

    private static void map(GraphQLScalarType scalar, Class<?>... types) {
        for (Class<?> type : List.of(types)) {
            GraphQLScalarTypes.registerCustomScalar(scalar.getName(), type.getName(), scalar);
        }
    }

    private static Optional<BigInteger> whole(Object given) {
        return switch (given) {
            case BigInteger number -> Optional.of(number);
            case Integer number -> Optional.of(BigInteger.valueOf(number));
            case Long number -> Optional.of(BigInteger.valueOf(number));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> integer(Object given) {
        return whole(given)
                .filter(number -> number.bitLength() < Integer.SIZE)
                .map(BigInteger::intValueExact);
    }

    private static Optional<Double> decimal(Object given) {
        Optional<Double> number =
                switch (given) {
                    case BigDecimal exact -> Optional.of(exact.doubleValue());
                    case Double approximate -> Optional.of(approximate);
                    default -> whole(given).map(BigInteger::doubleValue);
                };
        return number.filter(Double::isFinite);
    }

    private static Optional<BigDecimal> exact(Object given) {
        return switch (given) {
            case BigDecimal number -> Optional.of(number);
            case String text when DECIMAL.matcher(text).matches() ->
                    Optional.of(new BigDecimal(text));
            default -> whole(given).map(BigDecimal::new);
        };
    }

    private static Optional<String> date(Object given) {
        try {
            return given instanceof String text && text.length() == DATE_LENGTH
                    ? Optional.of(LocalDate.parse(text).toString())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> moment(Object given) {
        if (!(given instanceof String text)) {
            return Optional.empty();
        }
        try {
            Instant moment = DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
            int year = Year.from(moment.atOffset(ZoneOffset.UTC)).getValue();
            return year >= 1 && year <= LAST_YEAR
                    ? Optional.of(moment.toString())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(Object given) {
        return given instanceof String text
                ? Optional.of(text).filter(ScalarTypes::visible)
                : whole(given).map(BigInteger::toString);
    }

    private static Optional<String> text(Object found) {
        return Optional.of(found.toString());
    }

    /** Neither control characters, nor marks that turn the direction of a text, nor half of a surrogate pair. */
    private static boolean visible(String text) {
        return text.codePoints()
                .map(Character::getType)
                .noneMatch(type ->
                        type == Character.CONTROL
                                || type == Character.FORMAT
                                || type == Character.SURROGATE);
    }
}

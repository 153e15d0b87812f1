package dev.supporters.gateway.adapter.graphql.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;

import io.smallrye.graphql.scalar.GraphQLScalarTypes;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class ScalarTypesTest {

    private static final BigInteger WRAPS = BigInteger.TWO.pow(32).add(BigInteger.valueOf(5500));

    ScalarTypesTest() {
        ScalarTypes.register();
    }

    @Test
    void takesWholeNumbersThatFit() {
        takes("Int", 5500, BigInteger.valueOf(5500), 5500);
        takes("Int", -2147483648, BigInteger.valueOf(-2147483648), -2147483648);
        takes("BigInteger", 18000L, BigInteger.valueOf(18000), BigInteger.valueOf(18000));
        takes("ID", 254137, BigInteger.valueOf(254137), "254137");
        takes(
                "ID",
                123456789012345678L,
                BigInteger.valueOf(123456789012345678L),
                "123456789012345678");
    }

    @Test
    void refusesNumbersThatWouldWrapOrLoseTheirFraction() {
        for (Object wrong :
                List.of(
                        WRAPS,
                        4294972796L,
                        2147483648L,
                        new BigDecimal("5500.7"),
                        new BigDecimal("5500.0"),
                        new BigDecimal("1e400"),
                        "5500",
                        true)) {
            refuses("Int", wrong);
        }
        for (Object wrong :
                List.of(
                        BigInteger.TWO.pow(63),
                        BigInteger.TWO.pow(64).add(BigInteger.valueOf(18000)),
                        new BigDecimal("18000.9"),
                        new BigDecimal("1e200000"),
                        "18000",
                        "abc",
                        true)) {
            refuses("BigInteger", wrong);
        }
        for (Object wrong : List.of(new BigDecimal("1e400"), "37.5", true)) {
            refuses("Float", wrong);
        }
    }

    @Test
    void takesDecimalsWithAndWithoutAFraction() {
        takes("Float", new BigDecimal("37.5"), new BigDecimal("37.5"), 37.5);
        takes("Float", 37, BigInteger.valueOf(37), 37.0);
    }

    @Test
    void takesDatesAndMomentsOfTheCalendarOnly() {
        takes("Date", "2026-02-28", "2026-02-28", "2026-02-28");
        takes("DateTime", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z");
        takes(
                "DateTime",
                "2026-11-20T21:00:00+09:00",
                "2026-11-20T21:00:00+09:00",
                "2026-11-20T12:00:00Z");
        for (Object wrong :
                List.of("2026-2-3", "2026-02-30", "yesterday", "+12026-01-01", "", 20260203)) {
            refuses("Date", wrong);
        }
        for (Object wrong :
                List.of("2026-11-20", "2026-11-20T12:00:00", "+58136-01-01T00:00:00Z", "now", 5)) {
            refuses("DateTime", wrong);
        }
    }

    @Test
    void takesOnlyTextsAndWholeNumbersAsIds() {
        takes("ID", "driver-7", "driver-7", "driver-7");
        for (Object wrong :
                List.of(
                        true,
                        new BigDecimal("1.5"),
                        "a\u0000b",
                        "a\r\nb",
                        "a\u202eb",
                        "a\u2066b",
                        "a\ud800")) {
            refuses("ID", wrong);
        }
        refusesVariable("ID", Map.of("a", 1));
        refusesVariable("ID", List.of("a"));
        refusesLiteral("ID", ObjectValue.newObjectValue().build());
        refusesLiteral("ID", ArrayValue.newArrayValue().build());
    }

    @Test
    void saysWhatWasExpectedAndNothingOfTheInside() {
        assertThatThrownBy(() -> variable("Int", WRAPS))
                .hasMessage(WRAPS + " (expected: a whole number from -2147483648 to 2147483647)");
        assertThatThrownBy(() -> variable("ID", Map.of("a", 1)))
                .hasMessageStartingWith("a value with parts (expected: ");
        assertThatThrownBy(() -> variable("BigInteger", new BigDecimal("1e200000")))
                .hasMessageStartingWith("a decimal number (expected: ");
        assertThatThrownBy(() -> variable("Date", "x".repeat(100)))
                .hasMessageStartingWith("100 characters (expected: ");
    }

    @Test
    void writesDefaultValuesIntoTheSchema() {
        assertThat(coercing("Int").valueToLiteral(5, GraphQLContext.getDefault(), Locale.ROOT))
                .isInstanceOf(IntValue.class);
        assertThat(coercing("Float").valueToLiteral(.5, GraphQLContext.getDefault(), Locale.ROOT))
                .isInstanceOf(FloatValue.class);
        assertThat(coercing("ID").valueToLiteral("a", GraphQLContext.getDefault(), Locale.ROOT))
                .isInstanceOf(StringValue.class);
    }

    private static void takes(String scalar, Object variable, Object literal, Object expected) {
        assertThat(variable(scalar, variable)).isEqualTo(expected);
        assertThat(literal(scalar, value(literal))).isEqualTo(expected);
    }

    private static void refuses(String scalar, Object given) {
        refusesVariable(scalar, given);
        refusesLiteral(scalar, value(given));
    }

    private static void refusesVariable(String scalar, Object given) {
        assertThatThrownBy(() -> variable(scalar, given))
                .as("%s as a variable", given)
                .isInstanceOf(CoercingParseValueException.class);
    }

    private static void refusesLiteral(String scalar, Value<?> given) {
        assertThatThrownBy(() -> literal(scalar, given))
                .as("%s as a literal", given)
                .isInstanceOf(CoercingParseLiteralException.class);
    }

    private static Object variable(String scalar, Object given) {
        return coercing(scalar).parseValue(given, GraphQLContext.getDefault(), Locale.ROOT);
    }

    private static Object literal(String scalar, Value<?> given) {
        return coercing(scalar)
                .parseLiteral(
                        given,
                        CoercedVariables.emptyVariables(),
                        GraphQLContext.getDefault(),
                        Locale.ROOT);
    }

    private static Coercing<?, ?> coercing(String scalar) {
        return GraphQLScalarTypes.getScalarByName(scalar).getCoercing();
    }

    private static Value<?> value(Object given) {
        return switch (given) {
            case Integer number -> new IntValue(BigInteger.valueOf(number));
            case Long number -> new IntValue(BigInteger.valueOf(number));
            case BigInteger number -> new IntValue(number);
            case BigDecimal number -> new FloatValue(number);
            case Boolean truth -> BooleanValue.of(truth);
            case Object text -> new StringValue(text.toString());
        };
    }
}

package dev.supporters.gateway.adapter.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes variables and literals by one rule, and changes nothing silently: what does not fit is refused, with what was expected.
 *
 * @param expected what a value must be, as a refusal says it
 * @param input the value that the schema's Java type gets; empty if the value does not fit
 * @param output the value as it is answered; empty if an answer cannot contain it
 */
record ScalarValidation(
        String expected, Function<Object, Optional<?>> input, Function<Object, Optional<?>> output)
        implements Coercing<Object, Object> {

    private static final int MOST_SHOWN = 60;

    @Override
    public Object parseValue(Object given, GraphQLContext context, Locale locale) {
        return input.apply(given)
                .orElseThrow(() -> new CoercingParseValueException(refused(given)));
    }

    @Override
    public Object parseLiteral(
            Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object given = given(literal);
        return input.apply(given)
                .orElseThrow(() ->
                        CoercingParseLiteralException.newCoercingParseLiteralException()
                                .message(refused(given))
                                .sourceLocation(literal.getSourceLocation())
                                .build());
    }

    @Override
    public Object serialize(Object found, GraphQLContext context, Locale locale) {
        return output.apply(found)
                .orElseThrow(() -> new CoercingSerializeException(refused(found)));
    }

    @Override
    public Value<?> valueToLiteral(Object found, GraphQLContext context, Locale locale) {
        return switch (serialize(found, context, locale)) {
            case Integer number -> new IntValue(BigInteger.valueOf(number));
            case Long number -> new IntValue(BigInteger.valueOf(number));
            case BigInteger number -> new IntValue(number);
            case Double number -> new FloatValue(BigDecimal.valueOf(number));
            case Object text -> new StringValue(text.toString());
        };
    }

    /** The older form of the method, by which the library asks. */
    @Override
    @Deprecated
    public Object parseValue(Object given) {
        return parseValue(given, GraphQLContext.getDefault(), Locale.ROOT);
    }

    @Override
    @Deprecated
    public Object parseLiteral(Object given) {
        return given instanceof Value<?> literal
                ? parseLiteral(
                        literal,
                        CoercedVariables.emptyVariables(),
                        GraphQLContext.getDefault(),
                        Locale.ROOT)
                : parseValue(given);
    }

    @Override
    @Deprecated
    public Object serialize(Object found) {
        return serialize(found, GraphQLContext.getDefault(), Locale.ROOT);
    }

    /** A literal as the same value in a variable would arrive. */
    private static Object given(Value<?> literal) {
        return switch (literal) {
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case StringValue text -> text.getValue();
            case BooleanValue truth -> truth.isValue();
            default -> literal;
        };
    }

    private String refused(Object given) {
        return shown(given) + " (expected: " + expected + ")";
    }

    /** Nothing of what has parts, nor of how Java writes it. */
    private static String shown(Object given) {
        if (!(given instanceof Number || given instanceof String || given instanceof Boolean)) {
            return "a value with parts";
        }
        // not by way of toString, which may be as long as the number
        String text =
                given instanceof BigDecimal number && Math.abs(number.scale()) > MOST_SHOWN
                        ? "a decimal number"
                        : given.toString();
        return text.length() <= MOST_SHOWN ? text : text.length() + " characters";
    }
}

package dev.supporters.gateway.adapter.graphql.server;

import graphql.GraphQLContext;
import graphql.execution.values.InputInterceptor;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;

import java.util.Locale;
import java.util.Map;

/** Names the field of an input whose value does not fit. The library itself would only name the variable that contains the input. */
final class InputFieldValidation implements InputInterceptor {

    @Override
    public Object intercept(
            Object value, GraphQLInputType type, GraphQLContext context, Locale locale) {
        if (value instanceof Map<?, ?> fields
                && GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLInputObjectType input) {
            for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                check(field, fields.get(field.getName()), context, locale);
            }
        }
        return value;
    }

    private static void check(
            GraphQLInputObjectField field, Object value, GraphQLContext context, Locale locale) {
        if (value == null
                || !(GraphQLTypeUtil.unwrapNonNull(field.getType())
                        instanceof GraphQLScalarType scalar)) {
            return;
        }
        try {
            scalar.getCoercing().parseValue(value, context, locale);
        } catch (CoercingParseValueException e) {
            throw CoercingParseValueException.newCoercingParseValueException()
                    .message(field.getName() + ": " + e.getMessage())
                    .build();
        }
    }
}

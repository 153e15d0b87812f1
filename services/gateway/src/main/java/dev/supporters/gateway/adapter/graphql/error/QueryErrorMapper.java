package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.gateway.adapter.http.SchemaPolicy;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.IntrospectionDisabledError;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the library finds wrong with a query, in our shape: an invalid argument, with the text of the library. */
public final class QueryErrorMapper {

    private static final int LONGEST = 400;

    /** How the library classes an error, and how it writes a value: which has quotes itself, up to what it says of it. */
    private static final Pattern INTERNALS =
            Pattern.compile(
                    "^Validation error \\([^)]*\\) : | with value '.*'(?= (?:is|must|contains|has)\\b)",
                    Pattern.DOTALL);

    private QueryErrorMapper() {}

    /** Whether an error has our shape already. */
    public static boolean mapped(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    /** The error in our shape; as it is if it has that shape already. */
    public static GraphQLError map(GraphQLError error) {
        if (mapped(error)) {
            return error;
        }
        Refusal refusal = refusal(error);
        Map<String, Object> extensions = new LinkedHashMap<>(RefusalMapper.extensions(refusal));
        extensions.put("classification", String.valueOf(error.getErrorType()));
        GraphqlErrorBuilder<?> mapped =
                GraphqlErrorBuilder.newError()
                        .message("%s", refusal.getMessage())
                        .locations(error.getLocations())
                        .errorType(error.getErrorType())
                        .extensions(extensions);
        if (error.getPath() != null) {
            mapped.path(error.getPath());
        }
        return mapped.build();
    }

    private static Refusal refusal(GraphQLError error) {
        if (error instanceof RequestRefusal refused) {
            return refused.refusal();
        }
        if (error instanceof IntrospectionDisabledError) {
            return SchemaPolicy.refusal();
        }
        if (error.getErrorType() == ErrorType.NullValueInNonNullableField) {
            return FailureMapper.internal();
        }
        String text = INTERNALS.matcher(error.getMessage()).replaceAll("");
        return new Refusal(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…",
                "a query that the schema allows");
    }
}

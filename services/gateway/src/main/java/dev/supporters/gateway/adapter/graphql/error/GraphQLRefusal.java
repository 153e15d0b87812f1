package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.Refusal;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

import org.eclipse.microprofile.graphql.GraphQLException;

import java.util.List;
import java.util.Map;

/** A refusal within a subscription: the library hands an exception on with its extensions only if it is both of these. */
public final class GraphQLRefusal extends GraphQLException implements GraphQLError {

    private final transient Map<String, Object> extensions;

    public GraphQLRefusal(Refusal refusal) {
        super(refusal.getMessage());
        extensions = RefusalText.extensions(refusal);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}

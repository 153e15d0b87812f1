package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.platform.refusal.Refusal;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

import io.smallrye.mutiny.Multi;

import org.eclipse.microprofile.graphql.GraphQLException;

import java.util.List;
import java.util.Map;

/** A refusal within a subscription: the library passes on the extensions of an exception only if it is both of these. */
public final class GraphQLRefusal extends GraphQLException implements GraphQLError {

    private final transient Map<String, Object> extensions;

    private GraphQLRefusal(Refusal refusal) {
        super(refusal.getMessage());
        extensions = RefusalMapper.extensions(refusal);
    }

    /** The stream, with its failures as GraphQL errors. */
    public static <T> Multi<T> mapFailures(Multi<T> stream) {
        return stream.onFailure()
                .transform(failure -> new GraphQLRefusal(FailureMapper.refusal(failure)));
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

package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.platform.refusal.Refusal;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import java.util.concurrent.CompletableFuture;

/** The one place where the exception of a field becomes a GraphQL error. */
public final class RefusalHandler implements DataFetcherExceptionHandler {

    /** The key of the trace to which a request belongs: fields may fail on threads that know nothing of it. */
    public static final String TRACE = "supporters.trace";

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Context trace =
                parameters
                        .getDataFetchingEnvironment()
                        .getGraphQlContext()
                        .getOrDefault(TRACE, Context.current());
        try (Scope scope = trace.makeCurrent()) {
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(error(parameters)).build());
        }
    }

    private static GraphQLError error(DataFetcherExceptionHandlerParameters parameters) {
        Refusal refusal = FailureMapper.refusal(parameters.getException());
        return GraphqlErrorBuilder.newError()
                .message("%s", refusal.getMessage())
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .extensions(RefusalMapper.extensions(refusal))
                .build();
    }
}

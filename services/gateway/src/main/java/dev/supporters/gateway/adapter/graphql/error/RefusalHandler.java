package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.Refusal;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;

import java.util.concurrent.CompletableFuture;

/** The one place where what a field threw becomes a GraphQL error. */
final class RefusalHandler implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Refusal refusal = Faults.refusal(parameters.getException());
        GraphQLError error =
                GraphqlErrorBuilder.newError()
                        .message("%s", refusal.getMessage())
                        .path(parameters.getPath())
                        .location(parameters.getSourceLocation())
                        .extensions(RefusalText.extensions(refusal))
                        .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}

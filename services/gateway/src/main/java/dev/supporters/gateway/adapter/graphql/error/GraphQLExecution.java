package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.platform.refusal.Refusal;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;

import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.spi.EventingService;

import jakarta.enterprise.inject.spi.CDI;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** How queries are executed: errors in our shape, and a limit on what a query costs. The library finds it as a service. */
public final class GraphQLExecution implements EventingService {

    @Override
    public String getConfigKey() {
        return null; // always on
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        GatewayConfig config = CDI.current().select(GatewayConfig.class).get();
        RefusalHandler handler = new RefusalHandler();
        builder.queryExecutionStrategy(new AsyncExecutionStrategy(handler))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(handler))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(handler));
        Instrumentation present = builder.build().getInstrumentation();
        return builder.instrumentation(
                new ChainedInstrumentation(
                        present,
                        new MaxQueryComplexityInstrumentation(
                                config.queryCost(), new QueryCost(config.rootFieldCost()))));
    }

    @Override
    public void afterExecute(Context context) {
        ExecutionResult result = context.unwrap(ExecutionResult.class);
        if (result == null || result.getErrors().stream().allMatch(QueryErrorMapper::mapped)) {
            return;
        }
        if (context instanceof SmallRyeContext execution) {
            execution.setExecutionResult(
                    ExecutionResultImpl.newExecutionResult()
                            .from(result)
                            .errors(
                                    result.getErrors().stream()
                                            .<GraphQLError>map(QueryErrorMapper::map)
                                            .toList())
                            .build());
        }
    }

    /** A field costs one; a field of the query itself costs more, as it calls another service. Asking for the schema does not. */
    private static final class QueryCost implements FieldComplexityCalculator {

        private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

        private final int rootFieldCost;

        QueryCost(int rootFieldCost) {
            this.rootFieldCost = rootFieldCost;
        }

        @Override
        public int calculate(FieldComplexityEnvironment environment, int childComplexity) {
            boolean root =
                    ROOTS.contains(environment.getParentType().getName())
                            && !environment.getField().getName().startsWith("__");
            return (root ? rootFieldCost : 1) + childComplexity;
        }
    }

    /** The one place where the exception of a field becomes a GraphQL error. */
    private static final class RefusalHandler implements DataFetcherExceptionHandler {

        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters parameters) {
            Refusal refusal = GraphQLExceptionMapper.refusal(parameters.getException());
            GraphQLError error =
                    GraphqlErrorBuilder.newError()
                            .message("%s", refusal.getMessage())
                            .path(parameters.getPath())
                            .location(parameters.getSourceLocation())
                            .extensions(GraphQLExceptionMapper.extensions(refusal))
                            .build();
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(error).build());
        }
    }
}

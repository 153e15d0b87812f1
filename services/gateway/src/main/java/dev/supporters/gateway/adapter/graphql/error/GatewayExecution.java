package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.gateway.GatewayConfig;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;

import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.spi.EventingService;

import jakarta.enterprise.inject.spi.CDI;

/** How queries are executed: errors in our shape, and a limit on what a query costs. Found by the library as a service. */
public final class GatewayExecution implements EventingService {

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
        if (result == null || result.getErrors().stream().allMatch(QueryErrors::told)) {
            return;
        }
        if (context instanceof SmallRyeContext execution) {
            execution.setExecutionResult(
                    ExecutionResultImpl.newExecutionResult()
                            .from(result)
                            .errors(
                                    result.getErrors().stream()
                                            .<GraphQLError>map(QueryErrors::tell)
                                            .toList())
                            .build());
        }
    }
}

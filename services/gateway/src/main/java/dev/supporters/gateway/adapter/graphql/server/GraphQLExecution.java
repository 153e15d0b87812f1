package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.error.QueryErrorMapper;
import dev.supporters.gateway.adapter.graphql.error.RefusalHandler;
import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;
import dev.supporters.gateway.adapter.graphql.server.OperationLimits.Allowed;
import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.gateway.adapter.http.SchemaPolicy;
import dev.supporters.platform.refusal.Refusal;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.values.InputInterceptor;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.InjectableContext.ContextState;
import io.smallrye.graphql.bootstrap.DataFetcherFactory;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.helper.BatchLoaderHelper;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;

import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Executes requests against the schema that the library made of our classes. The library's own way would parse on an event loop, keep
 * documents without a limit, and answer some bad requests with faults.
 */
@ApplicationScoped
class GraphQLExecution {

    private static final InputInterceptor NAMED_FIELDS = new InputFieldValidation();
    private static final ParserOptions PARSER_LIMITS = ParserLimits.options();
    private static final int BAD_REQUEST = 400;
    private static final int DEPTH = 16;
    private static final int LARGEST_KEPT_DOCUMENT = 10_000;
    private static final int KEPT_DOCUMENTS = 500_000;

    private final DataFetcherFactory fetchers = new DataFetcherFactory();
    private final BatchLoaderHelper batchNames = new BatchLoaderHelper();
    private final Schema model;
    private final Tracer tracer;
    private final PrincipalProvider principals;
    private final SchemaPolicy schemaPolicy;
    private final GraphQL graphQL;

    GraphQLExecution(
            GraphQLSchema schema,
            Schema model,
            Tracer tracer,
            PrincipalProvider principals,
            SchemaPolicy schemaPolicy,
            GatewayConfig config) {
        RefusalHandler refusals = new RefusalHandler();
        this.model = model;
        this.tracer = tracer;
        this.principals = principals;
        this.schemaPolicy = schemaPolicy;
        this.graphQL =
                GraphQL.newGraphQL(schema)
                        .queryExecutionStrategy(new AsyncExecutionStrategy(refusals))
                        .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(refusals))
                        .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(refusals))
                        .instrumentation(
                                new OperationLimits(
                                        DEPTH,
                                        config.queryCost(),
                                        config.rootFieldCost(),
                                        config.pageSize(),
                                        config.answerFields()))
                        .preparsedDocumentProvider(
                                new DocumentProvider(
                                        PersistedDocumentProvider.get().texts(),
                                        LARGEST_KEPT_DOCUMENT,
                                        KEPT_DOCUMENTS))
                        .build();
    }

    /**
     * Executes a request and waits for its result, so never on an event loop. The data of a subscription is a publisher. All errors
     * have our shape. Throws a {@link RequestRefusal} for an operation that its way does not carry.
     *
     * @param state the request context in which fields are fetched
     */
    ExecutionResult execute(RequestInput request, Allowed allowed, ContextState state) {
        Span span =
                tracer.spanBuilder(
                                request.operationName()
                                        .map(name -> "GraphQL:" + name)
                                        .orElse("GraphQL"))
                        .startSpan();
        try (Scope scope = span.makeCurrent()) {
            ExecutionResult result = graphQL.execute(input(request, allowed, state));
            for (GraphQLError error : result.getErrors()) {
                if (error instanceof RequestRefusal refusal && refusal.status() != BAD_REQUEST) {
                    throw refusal;
                }
            }
            return inOurShape(result);
        } catch (RequestRefusal e) {
            throw e;
        } catch (RuntimeException e) {
            return fault(e);
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            span.end();
        }
    }

    /** The result with all errors in our shape. */
    static ExecutionResult inOurShape(ExecutionResult result) {
        if (result.getErrors().stream().allMatch(QueryErrorMapper::mapped)) {
            return result;
        }
        return ExecutionResultImpl.newExecutionResult()
                .from(result)
                .errors(result.getErrors().stream().map(QueryErrorMapper::map).toList())
                .build();
    }

    /** What is answered to a fault of ours. */
    static ExecutionResult fault(Throwable failure) {
        Refusal refusal = FailureMapper.refusal(failure);
        GraphQLError error =
                GraphqlErrorBuilder.newError()
                        .message("%s", refusal.getMessage())
                        .extensions(RefusalMapper.extensions(refusal))
                        .build();
        return ExecutionResult.newExecutionResult().addError(error).build();
    }

    private ExecutionInput input(RequestInput request, Allowed allowed, ContextState state) {
        SmallRyeContext context = new SmallRyeContext(GraphQLExecution.class.getName());
        context.setRequest(JsonValue.EMPTY_JSON_OBJECT);
        ExecutionInput input =
                ExecutionInput.newExecutionInput()
                        .query(request.query())
                        .operationName(request.operationName().orElse(null))
                        .variables(request.variables())
                        .locale(Locale.ENGLISH)
                        .dataLoaderRegistry(dataLoaders())
                        .graphQLContext(
                                Map.of(
                                        ParserOptions.class,
                                        PARSER_LIMITS,
                                        RefusalHandler.TRACE,
                                        Context.current(),
                                        InputInterceptor.class,
                                        NAMED_FIELDS,
                                        OperationLimits.ALLOWED,
                                        allowed,
                                        Introspection.INTROSPECTION_DISABLED,
                                        !mayReadSchema(),
                                        SmallRyeContextManager.CONTEXT,
                                        context,
                                        // the library's fetchers ask for these
                                        "runBlocking",
                                        false,
                                        "state",
                                        state))
                        .build();
        context.setExecutionInput(input);
        return input;
    }

    private boolean mayReadSchema() {
        return schemaPolicy.forAll() || SchemaPolicy.admits(principals.get());
    }

    /** What loads a field of many objects at once, anew for each request. */
    private DataLoaderRegistry dataLoaders() {
        DataLoaderRegistry registry = new DataLoaderRegistry();
        List<Operation> batches = model.getBatchOperations();
        for (Operation batch : batches) {
            registry.register(
                    batchNames.getName(batch),
                    DataLoaderFactory.newDataLoader(
                            fetchers.getSourceBatchLoader(
                                    batch, model.getTypes().get(batch.getName()))));
        }
        return registry;
    }
}

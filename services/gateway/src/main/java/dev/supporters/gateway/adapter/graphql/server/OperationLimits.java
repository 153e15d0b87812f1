package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.TypeUtil;
import graphql.validation.ValidationError;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What an operation may cost, judged by the fields that would be executed: a fragment counts as often as it is spread, an alias as often
 * as it stands there. Refused, too, is a kind of operation that its way does not carry, such as a mutation by GET.
 */
final class OperationLimits extends SimplePerformantInstrumentation {

    /** The key of the kinds of operation that may be executed, an {@link Allowed}. */
    static final String ALLOWED = "supporters.allowed-operations";

    /** How many items a list has that is not asked for by pages, for the calculation. */
    private static final int LIST = 10;

    private static final String FIRST = "first";

    private static final Set<String> COUNTING_TYPES = Set.of("Int", "Boolean");

    /** Operations that were found to be within the limits, whatever the values of their variables; as long as their documents are kept. */
    private final Map<OperationDefinition, Boolean> within =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final int depth;
    private final int cost;
    private final int rootFieldCost;
    private final int pageSize;
    private final int answerFields;

    /**
     * @param depth how many fields within another there may be
     * @param cost what an operation may cost
     * @param rootFieldCost what a field of the operation itself costs; any other costs one
     * @param pageSize how many items a page has at most
     * @param answerFields how many fields an answer may have if all its lists are full
     */
    OperationLimits(int depth, int cost, int rootFieldCost, int pageSize, int answerFields) {
        this.depth = depth;
        this.cost = cost;
        this.rootFieldCost = rootFieldCost;
        this.pageSize = pageSize;
        this.answerFields = answerFields;
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        FragmentLimits.check(parameters.getDocument());
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        Allowed allowed = context.getGraphQLContext().get(ALLOWED);
        OperationDefinition operation = context.getOperationDefinition();
        if (allowed != null && !allowed.kinds().contains(operation.getOperation())) {
            throw allowed.refuse(operation);
        }
        if (!within.containsKey(operation)) {
            check(context.getGraphQLSchema(), normalized(context));
            if (costsAlwaysTheSame(operation)) {
                within.put(operation, true);
            }
        }
        return SimpleInstrumentationContext.noOp();
    }

    /** Variables change what an operation costs by the size of a page, and by what is skipped or included. */
    private static boolean costsAlwaysTheSame(OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .map(VariableDefinition::getType)
                .map(TypeUtil::unwrapAll)
                .map(TypeName::getName)
                .noneMatch(COUNTING_TYPES::contains);
    }

    private ExecutableNormalizedOperation normalized(ExecutionContext context) {
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                    context.getGraphQLSchema(),
                    context.getOperationDefinition(),
                    context.getFragmentsByName(),
                    context.getCoercedVariables(),
                    ExecutableNormalizedOperationFactory.Options.defaultOptions()
                            .graphQLContext(context.getGraphQLContext())
                            .maxChildrenDepth(depth)
                            .maxFieldsCount(cost));
        } catch (AbortExecutionException e) {
            throw tooDear("more than " + cost + " fields, or more than " + depth + " levels");
        }
    }

    private void check(GraphQLSchema schema, ExecutableNormalizedOperation operation) {
        long asked = 0;
        long answered = 0;
        for (ExecutableNormalizedField field : operation.getTopLevelFields()) {
            boolean remote = !field.getName().startsWith("__");
            asked += (remote ? rootFieldCost : 1) + fields(field) - 1;
            answered += remote ? answered(schema, field, LIST) : 0;
        }
        if (asked > cost) {
            throw tooDear("a cost of " + asked);
        }
        if (answered > answerFields) {
            throw tooDear("an answer of up to " + answered + " fields");
        }
    }

    /** The field and all within it. */
    private static long fields(ExecutableNormalizedField field) {
        return 1 + field.getChildren().stream().mapToLong(OperationLimits::fields).sum();
    }

    /** The same, if all lists are full. */
    private long answered(GraphQLSchema schema, ExecutableNormalizedField field, int listed) {
        int items = items(schema, field, listed);
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType(schema)));
        long within = 0;
        for (ExecutableNormalizedField child : field.getChildren()) {
            // a page's items are in the list nearest to the field that was asked for the page
            within += answered(schema, child, list ? LIST : items);
        }
        return 1 + (list ? items : 1) * within;
    }

    private int items(GraphQLSchema schema, ExecutableNormalizedField field, int listed) {
        boolean paged =
                field.getFieldDefinitions(schema).stream()
                        .anyMatch(definition -> definition.getArgument(FIRST) != null);
        if (!paged) {
            return listed;
        }
        return field.getResolvedArguments().get(FIRST) instanceof Integer first && first > 0
                ? Math.min(first, pageSize)
                : pageSize;
    }

    private RequestRefusal tooDear(String offending) {
        return RequestRefusal.invalid(
                offending,
                "at most "
                        + cost
                        + " (a field costs 1, one of the operation itself "
                        + rootFieldCost
                        + "), "
                        + depth
                        + " levels, and "
                        + answerFields
                        + " fields in the answer");
    }

    /**
     * What may be executed on a way.
     *
     * @param expected how everything else is sent
     * @param status the HTTP status of the refusal
     */
    record Allowed(Set<OperationDefinition.Operation> kinds, String expected, int status) {

        private RequestRefusal refuse(OperationDefinition operation) {
            return new RequestRefusal(
                    new Refusal(
                            ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                            "a " + operation.getOperation().name().toLowerCase(Locale.ROOT),
                            expected),
                    operation.getSourceLocation() == null
                            ? List.of()
                            : List.of(operation.getSourceLocation()),
                    status);
        }
    }
}

package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;

import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that one query reads by several fields {@code call}, read at once when the first of them is asked for. */
@ApplicationScoped
class CallBatchProvider {

    private static final int MOST = 1_000;

    private final CallService service;

    CallBatchProvider(CallService service) {
        this.service = service;
    }

    /** The call, if the present query reads others beside it, and it is known. */
    Optional<Call> find(CallId callId) {
        SmallRyeContext context = SmallRyeContextManager.getCurrentSmallRyeContext();
        if (context == null || context.getDataFetchingEnvironment() == null) {
            return Optional.empty();
        }
        DataFetchingEnvironment field = context.getDataFetchingEnvironment();
        Map<CallId, Call> calls =
                field.getGraphQlContext()
                        .computeIfAbsent(CallBatchProvider.class, key -> read(field));
        return Optional.ofNullable(calls.get(callId));
    }

    private Map<CallId, Call> read(DataFetchingEnvironment field) {
        Set<CallId> callIds = new LinkedHashSet<>();
        collect(field.getOperationDefinition().getSelectionSet(), field, new HashSet<>(), callIds);
        return callIds.size() > 1 && callIds.size() <= MOST ? service.known(callIds) : Map.of();
    }

    private static void collect(
            SelectionSet selections,
            DataFetchingEnvironment field,
            Set<String> seen,
            Set<CallId> callIds) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field root when root.getName().equals("call") ->
                        id(root, field.getVariables()).ifPresent(callIds::add);
                case InlineFragment fragment ->
                        collect(fragment.getSelectionSet(), field, seen, callIds);
                case FragmentSpread spread when seen.add(spread.getName()) ->
                        collect(
                                field.getFragmentsByName().get(spread.getName()).getSelectionSet(),
                                field,
                                seen,
                                callIds);
                default -> {
                    // another field, or a fragment that was there before
                }
            }
        }
    }

    /** Empty if it is none: the field itself says so. */
    private static Optional<CallId> id(Field root, Map<String, Object> variables) {
        Argument id = root.getArguments().getFirst();
        Object value =
                switch (id.getValue()) {
                    case StringValue text -> text.getValue();
                    case IntValue number -> number.getValue();
                    case VariableReference variable -> variables.get(variable.getName());
                    default -> null;
                };
        try {
            return Optional.of(InputChecks.callId(String.valueOf(value), "callId"));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}

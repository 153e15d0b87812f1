package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.CallFilter;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.CancelCallInput;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.RequestCallInput;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallConnection;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallPayload;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallView;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.call.v1.Call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls: requested, cancelled, read, followed. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class CallApi {

    /** By this attribute of its request's span the trace of a call is found. */
    private static final AttributeKey<String> TRACED_CALL =
            AttributeKey.stringKey("supporters.call_id");

    private final PrincipalProvider principals;
    private final CallService service;
    private final CallBatchProvider batches;
    private final CallConnectionProvider connections;
    private final DriverClient drivers;
    private final SubscriptionHub subscriptions;

    CallApi(
            PrincipalProvider principals,
            CallService service,
            CallBatchProvider batches,
            CallConnectionProvider connections,
            DriverClient drivers,
            SubscriptionHub subscriptions) {
        this.principals = principals;
        this.service = service;
        this.batches = batches;
        this.connections = connections;
        this.drivers = drivers;
        this.subscriptions = subscriptions;
    }

    @Query("call")
    @Description(
            "One call. Customers see their own, drivers those that were commanded to them or are on general dispatch.")
    public CallView call(@Id @NonNull @Description("The call.") String id) {
        Principal principal = principals.get();
        CallId callId = InputChecks.callId(id, "callId");
        Call call =
                batches.find(callId)
                        .map(known -> service.get(principal, callId, known))
                        .orElseGet(() -> service.get(principal, callId));
        return CallSchemaMapper.view(call, principal);
    }

    @NonNull
    @Query("calls")
    @Description("Calls, newest first. Customers and drivers see their own.")
    public CallConnection calls(
            @Description("The most calls of the page; 50 if left out, more than 100 is 100.")
                    Integer first,
            @Description("A cursor of an earlier answer: the calls after that.") String after,
            @Description("Which calls; all if left out.") CallFilter filter) {
        return connections.load(principals.get(), first, after, filter);
    }

    @Description(
            "The driver's name; null while there is no driver, and while names cannot be read.")
    public List<String> driverName(@Source List<CallView> calls) {
        Map<String, String> names =
                drivers.names(
                        calls.stream()
                                .map(CallView::driverId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return calls.stream()
                .map(call -> names.get(call.driverId() == null ? "" : call.driverId()))
                .toList();
    }

    @NonNull
    @Mutation("requestCall")
    @Description("Requests a call. If our own path fails, it goes to general dispatch.")
    public CallPayload requestCall(@NonNull @Description("The request.") RequestCallInput input) {
        Principal principal = principals.get();
        Call call = service.request(CallSchemaMapper.request(principal, input));
        Span.current().setAttribute(TRACED_CALL, call.getCallId());
        return new CallPayload(input.clientMutationId(), CallSchemaMapper.view(call, principal));
    }

    @NonNull
    @Mutation("cancelCall")
    @Description("Cancels a call before its drive.")
    public CallPayload cancelCall(
            @NonNull @Description("The cancellation.") CancelCallInput input) {
        Principal principal = principals.get();
        String customerId = principal.seesAll() ? "" : principal.customer(Optional.empty());
        String requestId = IdempotencyKeys.of("cancelCall", principal, input.clientMutationId());
        Call call =
                service.cancel(requestId, InputChecks.callId(input.callId(), "callId"), customerId);
        return new CallPayload(input.clientMutationId(), CallSchemaMapper.view(call, principal));
    }

    @Subscription("callChanged")
    @Description("The call now, then after each change, until it has ended.")
    public Multi<CallView> callChanged(@Id @NonNull @Description("The call.") String callId) {
        Session session = principals.session();
        CallId id = InputChecks.callId(callId, "callId");
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.call(id),
                        List.of("callChanged", id),
                        reader -> snapshot(reader, id)));
    }

    private Snapshot<CallView> snapshot(Principal principal, CallId callId) {
        Call call = service.get(principal, callId);
        boolean over =
                switch (call.getState()) {
                    case CALL_STATE_COMPLETED, CALL_STATE_CANCELLED, CALL_STATE_FAILED -> true;
                    case CALL_STATE_UNSPECIFIED,
                            CALL_STATE_REQUESTED,
                            CALL_STATE_COMMANDED,
                            CALL_STATE_GENERAL,
                            CALL_STATE_ACCEPTED,
                            CALL_STATE_ARRIVED,
                            CALL_STATE_DRIVING,
                            UNRECOGNIZED ->
                            false;
                };
        return new Snapshot<>(CallSchemaMapper.view(call, principal), call.getVersion(), over);
    }
}

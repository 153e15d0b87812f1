package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Place;
import dev.supporters.contract.RegionBounds;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.RegionCallsView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.RecentCallChanges;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All calls of a region as they change, for operators who look at the night. Events are signals; what is told was read from the service `call`. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class RegionCallApi {

    private static final int MOST_UNDER_WAY = 500;

    private static final List<CallState> UNDER_WAY =
            List.of(
                    CallState.CALL_STATE_REQUESTED,
                    CallState.CALL_STATE_COMMANDED,
                    CallState.CALL_STATE_ACCEPTED,
                    CallState.CALL_STATE_ARRIVED,
                    CallState.CALL_STATE_DRIVING);

    private final PrincipalProvider principals;
    private final GrpcCallClient calls;
    private final PolicyClient policies;
    private final RecentCallChanges changes;
    private final SubscriptionHub subscriptions;

    RegionCallApi(
            PrincipalProvider principals,
            GrpcCallClient calls,
            PolicyClient policies,
            RecentCallChanges changes,
            SubscriptionHub subscriptions) {
        this.principals = principals;
        this.calls = calls;
        this.policies = policies;
        this.changes = changes;
        this.subscriptions = subscriptions;
    }

    @Subscription("callsChanged")
    @Description(
            "The calls of a region that wait or are driven by supporters now, then after changes, with those that have changed, as a whole, at most twice a second. For operators.")
    public Multi<RegionCallsView> callsChanged(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        Session session = principals.session();
        session.principal().mustBeOperator();
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.calls(ProtoMapper.product(product)),
                        List.of("callsChanged", product, region),
                        reader -> snapshot(reader, product, region)));
    }

    private Snapshot<RegionCallsView> snapshot(Principal reader, Product product, String region) {
        long version = changes.version();
        var wanted = ProtoMapper.product(product);
        RegionBounds bounds = RegionBounds.of(policies.get(wanted, region).getBounds());
        ListResponse underWay =
                calls.list(
                        ListRequest.newBuilder()
                                .addAllStates(UNDER_WAY)
                                .setPageSize(MOST_UNDER_WAY)
                                .build());
        Map<String, Call> found = new LinkedHashMap<>();
        underWay.getCallsList().forEach(call -> found.put(call.getCallId(), call));
        Set<CallId> others = new LinkedHashSet<>(changes.newest(wanted));
        others.removeIf(callId -> found.containsKey(callId.value()));
        if (!others.isEmpty()) {
            calls.getAll(others).forEach(call -> found.put(call.getCallId(), call));
        }
        return new Snapshot<>(
                new RegionCallsView(
                        product,
                        region,
                        found.values().stream()
                                .filter(call -> call.getProduct() == wanted)
                                .filter(call -> beginsIn(bounds, call))
                                .map(call -> CallSchemaMapper.view(call, reader))
                                .toList(),
                        !underWay.getNextPageToken().isEmpty()),
                version,
                false);
    }

    private static boolean beginsIn(RegionBounds bounds, Call call) {
        return Place.of(call.getOrigin()).position().filter(bounds::contains).isPresent();
    }
}

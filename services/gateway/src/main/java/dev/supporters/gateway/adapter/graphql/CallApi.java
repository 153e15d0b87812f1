package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.CallFilter;
import dev.supporters.gateway.adapter.graphql.input.CancelCallInput;
import dev.supporters.gateway.adapter.graphql.input.RequestCallInput;
import dev.supporters.gateway.adapter.graphql.view.CallConnection;
import dev.supporters.gateway.adapter.graphql.view.CallPayload;
import dev.supporters.gateway.adapter.graphql.view.CallView;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.call.CallDesk;
import dev.supporters.gateway.live.Keys;
import dev.supporters.gateway.live.Live;
import dev.supporters.gateway.live.Watched;
import dev.supporters.proto.call.v1.Call;

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

/** Calls: requested, cancelled, looked at. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class CallApi {

    private final Viewers viewers;
    private final CallDesk desk;
    private final CallPages pages;
    private final CallRequests requests;
    private final DriverClient drivers;
    private final Live live;

    CallApi(
            Viewers viewers,
            CallDesk desk,
            CallPages pages,
            CallRequests requests,
            DriverClient drivers,
            Live live) {
        this.viewers = viewers;
        this.desk = desk;
        this.pages = pages;
        this.requests = requests;
        this.drivers = drivers;
        this.live = live;
    }

    @Query("call")
    @Description(
            "One call. Customers see their own, drivers those that were commanded to them or lie on general dispatch.")
    public CallView call(@Id @NonNull @Description("The call.") String id) {
        Viewer viewer = viewers.current();
        return CallView.of(desk.get(viewer, Bounds.callId(id)), viewer);
    }

    @NonNull
    @Query("calls")
    @Description("Calls, newest first. Customers and drivers see their own.")
    public CallConnection calls(
            @Description("At most so many; 50 if left out, more than 100 is 100.") Integer first,
            @Description("A cursor of an earlier answer: the calls after that.") String after,
            @Description("Which calls; all if left out.") CallFilter filter) {
        return pages.page(viewers.current(), first, after, filter);
    }

    @Description(
            "The driver's name; null while there is none, and while a driver's name cannot be told.")
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
        Viewer viewer = viewers.current();
        Call call = desk.request(requests.request(viewer, input));
        return new CallPayload(input.clientMutationId(), CallView.of(call, viewer));
    }

    @NonNull
    @Mutation("cancelCall")
    @Description("Cancels a call before its drive.")
    public CallPayload cancelCall(
            @NonNull @Description("The cancellation.") CancelCallInput input) {
        Viewer viewer = viewers.current();
        String customerId = viewer.seesAll() ? "" : viewer.customer(Optional.empty());
        String requestId = RequestKeys.of("cancelCall", viewer, input.clientMutationId());
        Call call = desk.cancel(requestId, Bounds.callId(input.callId()), customerId);
        return new CallPayload(input.clientMutationId(), CallView.of(call, viewer));
    }

    @Subscription("callChanged")
    @Description("The call now, then after each change, until it has ended.")
    public Multi<CallView> callChanged(@Id @NonNull @Description("The call.") String callId) {
        Session session = viewers.session();
        String id = Bounds.callId(callId);
        return Subscriptions.told(live.watch(Keys.call(id), () -> look(session.valid(), id)));
    }

    private Watched<CallView> look(Viewer viewer, String callId) {
        Call call = desk.get(viewer, callId);
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
        return new Watched<>(CallView.of(call, viewer), call.getVersion(), over);
    }
}

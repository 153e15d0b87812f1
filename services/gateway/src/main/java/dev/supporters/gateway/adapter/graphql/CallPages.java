package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.Role;
import dev.supporters.gateway.access.Sight;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.CallFilter;
import dev.supporters.gateway.adapter.graphql.view.CallConnection;
import dev.supporters.gateway.adapter.graphql.view.CallEdge;
import dev.supporters.gateway.adapter.graphql.view.CallStatus;
import dev.supporters.gateway.adapter.graphql.view.CallView;
import dev.supporters.gateway.adapter.graphql.view.PageInfo;
import dev.supporters.gateway.adapter.grpc.GrpcCallBook;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls page by page, as a Relay connection. */
@ApplicationScoped
class CallPages {

    private static final int STANDARD = 50;

    private final GrpcCallBook calls;
    private final GatewayConfig config;

    CallPages(GrpcCallBook calls, GatewayConfig config) {
        this.calls = calls;
        this.config = config;
    }

    CallConnection page(Viewer viewer, Integer first, String after, CallFilter filter) {
        int size = Bounds.pageSize(first, STANDARD, config.pageSize());
        Cursor start = Cursor.parse(after);
        ListRequest.Builder request =
                ListRequest.newBuilder()
                        .setPageSize(start.skip() + size)
                        .setPageToken(start.pageToken());
        restrict(request, viewer, Optional.ofNullable(filter));
        return connection(viewer, calls.list(request.build()), start);
    }

    /** A customer gets her own calls, a driver his own, whatever else was asked. */
    private static void restrict(
            ListRequest.Builder request, Viewer viewer, Optional<CallFilter> filter) {
        Optional<String> driverId =
                filter.flatMap(f -> Bounds.optionalId(f.driverId(), "filter.driverId"));
        Optional<String> userId =
                filter.flatMap(f -> Bounds.optionalId(f.userId(), "filter.userId"));
        if (viewer.seesAll()) {
            driverId.ifPresent(request::setDriverId);
            userId.ifPresent(request::setCustomerId);
        } else if (viewer.is(Role.DRIVER) && userId.isEmpty()) {
            request.setDriverId(viewer.driver(driverId));
        } else {
            request.setCustomerId(viewer.customer(userId));
            driverId.ifPresent(request::setDriverId);
        }
        filter.ifPresent(f -> restrict(request, f));
    }

    private static void restrict(ListRequest.Builder request, CallFilter filter) {
        if (filter.statuses() != null) {
            for (CallStatus status : Bounds.listed(filter.statuses(), "filter.statuses")) {
                request.addStates(Bounds.constant(CallState.class, "CALL_STATE_", status));
            }
        }
        if (filter.from() != null) {
            request.setBeginTime(Timestamps.of(filter.from()));
        }
        if (filter.to() != null) {
            request.setEndTime(Timestamps.of(filter.to()));
        }
    }

    private static CallConnection connection(Viewer viewer, ListResponse response, Cursor start) {
        List<Call> found = response.getCallsList();
        List<CallEdge> edges = new ArrayList<>();
        Cursor last = start;
        for (int i = start.skip(); i < found.size(); i++) {
            boolean ends = i == found.size() - 1 && !response.getNextPageToken().isEmpty();
            last =
                    ends
                            ? new Cursor(0, response.getNextPageToken())
                            : new Cursor(i + 1, start.pageToken());
            if (CallSecrecy.sight(viewer, found.get(i)) != Sight.NONE) {
                edges.add(new CallEdge(last.text(), CallView.of(found.get(i), viewer)));
            }
        }
        boolean more = !response.getNextPageToken().isEmpty();
        return new CallConnection(
                edges, new PageInfo(more, edges.isEmpty() && !more ? null : last.text()));
    }
}

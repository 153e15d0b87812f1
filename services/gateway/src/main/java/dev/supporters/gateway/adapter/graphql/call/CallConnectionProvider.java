package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.CallFilter;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallConnection;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallEdge;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.validation.InputChecks;
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
class CallConnectionProvider {

    private static final int STANDARD = 50;

    private final GrpcCallClient calls;
    private final GatewayConfig config;

    CallConnectionProvider(GrpcCallClient calls, GatewayConfig config) {
        this.calls = calls;
        this.config = config;
    }

    CallConnection load(Principal principal, Integer first, String after, CallFilter filter) {
        int size = InputChecks.pageSize(first, STANDARD, config.pageSize());
        CallCursor start = CallCursor.parse(after);
        ListRequest.Builder request =
                ListRequest.newBuilder()
                        .setPageSize(start.skip() + size)
                        .setPageToken(start.pageToken());
        restrict(request, principal, Optional.ofNullable(filter));
        boolean ofOneDriver = filter != null && filter.driverId() != null;
        return connection(principal, ofOneDriver, calls.list(request.build()), start);
    }

    /** A customer gets only her own calls, a driver only his own, whatever the filter says. */
    private static void restrict(
            ListRequest.Builder request, Principal principal, Optional<CallFilter> filter) {
        Optional<DriverId> driverId =
                filter.map(CallFilter::driverId)
                        .map(id -> InputChecks.driverId(id, "filter.driverId"));
        Optional<String> userId =
                filter.map(CallFilter::userId)
                        .map(id -> InputChecks.customerId(id, "filter.userId"));
        if (principal.seesAll()) {
            driverId.ifPresent(id -> request.setDriverId(id.value()));
            userId.ifPresent(request::setCustomerId);
        } else if (principal.is(Role.DRIVER) && userId.isEmpty()) {
            request.setDriverId(principal.driver(driverId).value());
        } else {
            request.setCustomerId(principal.customer(userId));
            driverId.ifPresent(id -> request.setDriverId(id.value()));
        }
        filter.ifPresent(f -> restrict(request, f));
    }

    private static void restrict(ListRequest.Builder request, CallFilter filter) {
        if (filter.statuses() != null) {
            for (CallStatus status : InputChecks.listed(filter.statuses(), "filter.statuses")) {
                request.addStates(ProtoMapper.write(CallState.class, "CALL_STATE_", status));
            }
        }
        if (filter.from() != null) {
            request.setBeginTime(Timestamps.of(filter.from()));
        }
        if (filter.to() != null) {
            request.setEndTime(Timestamps.of(filter.to()));
        }
    }

    /** Who asks for a driver's calls gets none of which the driver may not be known to him. */
    private static CallConnection connection(
            Principal principal, boolean ofOneDriver, ListResponse response, CallCursor start) {
        List<Call> found = response.getCallsList();
        List<CallEdge> edges = new ArrayList<>();
        CallCursor last = start;
        for (int i = start.skip(); i < found.size(); i++) {
            boolean ends = i == found.size() - 1 && !response.getNextPageToken().isEmpty();
            last =
                    ends
                            ? new CallCursor(0, response.getNextPageToken())
                            : new CallCursor(i + 1, start.pageToken());
            Visibility visibility = CallSecrecy.visibility(principal, found.get(i));
            boolean hidden = ofOneDriver && visibility == Visibility.WITHOUT_DRIVER;
            if (visibility != Visibility.NONE && !hidden) {
                edges.add(
                        new CallEdge(last.text(), CallSchemaMapper.view(found.get(i), principal)));
            }
        }
        boolean more = !response.getNextPageToken().isEmpty();
        return new CallConnection(
                edges, new PageInfo(more, edges.isEmpty() && !more ? null : last.text()));
    }
}

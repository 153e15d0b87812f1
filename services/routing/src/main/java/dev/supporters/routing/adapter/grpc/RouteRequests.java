package dev.supporters.routing.adapter.grpc;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.routing.decision.HeldCallRequest;
import dev.supporters.routing.decision.RoutableCall;

import java.util.List;
import java.util.Set;

/** Reads requests, which are within the bounds of their fields. */
final class RouteRequests {

    private RouteRequests() {}

    static RoutableCall call(RouteRequest request) {
        Call call = request.getCall();
        return new RoutableCall(
                new CallId(call.getCallId()),
                call.getProduct(),
                Place.of(call.getOrigin()).position().orElseThrow(),
                call);
    }

    static List<HeldCallRequest> held(RouteHeldRequest request) {
        return request.getCallsList().stream()
                .map(held -> new HeldCallRequest(held.getRequestId(), call(held), excluded(held)))
                .toList();
    }

    /** The drivers who are no candidates any more. */
    static Set<DriverId> excluded(RouteRequest request) {
        return request.getExcludedDriverIdsList().stream()
                .map(DriverId::new)
                .collect(toUnmodifiableSet());
    }
}

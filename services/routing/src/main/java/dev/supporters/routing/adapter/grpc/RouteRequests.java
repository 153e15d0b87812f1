package dev.supporters.routing.adapter.grpc;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.routing.decision.RoutableCall;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads requests, refusing those that are not well formed. */
final class RouteRequests {

    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");

    private RouteRequests() {}

    static RoutableCall call(RouteRequest request) {
        Require.requestId(request.getRequestId());
        Call call = request.getCall();
        if (!CALL_ID.matcher(call.getCallId()).matches()) {
            throw Refusal.invalid("call.call_id", call.getCallId(), "1 to 18 decimal digits");
        }
        if (call.getProduct() == Product.PRODUCT_UNSPECIFIED
                || call.getProduct() == Product.UNRECOGNIZED) {
            throw Refusal.invalid("call.product", call.getProduct(), "a product");
        }
        return new RoutableCall(
                new CallId(call.getCallId()), call.getProduct(), position(call.getOrigin()), call);
    }

    /** The drivers who are no candidates any more. */
    static Set<DriverId> excluded(RouteRequest request) {
        return request.getExcludedDriverIdsList().stream()
                .map(DriverId::new)
                .collect(toUnmodifiableSet());
    }

    private static Position position(Place origin) {
        return new Position(
                degrees(origin.getLat(), "call.origin.lat", 90),
                degrees(origin.getLng(), "call.origin.lng", 180));
    }

    private static double degrees(String text, String field, int most) {
        try {
            return Require.within(Double.parseDouble(text), field, -most, most);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, text, "decimal degrees from -" + most + " to " + most);
        }
    }
}

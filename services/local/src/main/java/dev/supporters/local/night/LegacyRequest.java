package dev.supporters.local.night;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.simulation.CustomerPlan;
import dev.supporters.simulation.Point;

/** A call as the legacy API takes it. */
record LegacyRequest(String callId, CustomerPlan plan, String currency) {

    ObjectNode body() {
        ObjectNode body =
                Json.object()
                        .put("call_id", callId)
                        .put("registered", false)
                        .put("product", "DRIVER")
                        .put("customer_id", plan.customerId())
                        .put("customer_name", plan.name())
                        .put("distance_meters", plan.call().distanceMeters())
                        .put("reason", "CALL_UNAVAILABLE")
                        .put("requested_at", plan.call().requestedAt().toString());
        body.set("origin", place(plan.call().origin()));
        body.set("destination", place(plan.call().destination()));
        body.putObject("fare").put("amount", plan.call().fare()).put("currency", currency);
        return body;
    }

    private static ObjectNode place(Point point) {
        return Json.place(point).put("poi", "").put("address", "");
    }
}

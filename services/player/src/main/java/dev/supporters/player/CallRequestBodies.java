package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.simulation.CustomerPlan;
import dev.supporters.simulation.NightCall;

/** A request for a call, as the gateway and as the legacy system take it. */
final class CallRequestBodies {

    private CallRequestBodies() {}

    /** The variables of the mutation. */
    static ObjectNode gateway(
            String clientMutationId, String userName, NightCall call, String currency) {
        return MutationInput.of(clientMutationId)
                .with("product", "DRIVER")
                .with("userName", userName)
                .with("origin", JsonNodes.place(call.origin()))
                .with("destination", JsonNodes.place(call.destination()))
                .with("fare", call.fare())
                .with("currency", currency)
                .with("distance", call.distanceMeters())
                .variables();
    }

    /** The call's number in the gateway's answer; empty when the request was refused. */
    static String callId(GraphQlAnswer answer) {
        return answer.data().path("requestCall").path("call").path("callId").asText("");
    }

    static ObjectNode legacy(String callId, CustomerPlan plan, String currency) {
        ObjectNode body =
                JsonNodes.object()
                        .put("call_id", callId)
                        .put("registered", false)
                        .put("product", "DRIVER")
                        .put("customer_id", plan.customerId())
                        .put("customer_name", plan.name())
                        .put("distance_meters", plan.call().distanceMeters())
                        .put("reason", "CALL_UNAVAILABLE")
                        .put("requested_at", plan.call().requestedAt().toString());
        body.set("origin", legacyPlace(plan.call().origin()));
        body.set("destination", legacyPlace(plan.call().destination()));
        body.putObject("fare").put("amount", plan.call().fare()).put("currency", currency);
        return body;
    }

    private static ObjectNode legacyPlace(Position point) {
        return JsonNodes.place(point).put("poi", "").put("address", "");
    }
}

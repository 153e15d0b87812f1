package dev.supporters.local.night;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.simulation.NightCall;

/** A call as a customer's app requests it at the gateway. */
record CallRequest(String clientMutationId, String userName, NightCall call, String currency) {

    ObjectNode variables() {
        return Inputs.of(clientMutationId)
                .with("product", "DRIVER")
                .with("userName", userName)
                .with("origin", Json.place(call.origin()))
                .with("destination", Json.place(call.destination()))
                .with("fare", call.fare())
                .with("currency", currency)
                .with("distance", call.distanceMeters())
                .variables();
    }

    /** The call's number in the answer; empty when the request was refused. */
    static String callId(GraphQlAnswer answer) {
        return answer.data().path("requestCall").path("call").path("callId").asText("");
    }
}

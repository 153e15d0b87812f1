package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that a night left open when it was interrupted: by customer, and by commission driver. */
record OpenCalls(Map<String, OpenCall> byCustomer, Map<String, JsonNode> byCommissionDriver) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A call, and at which system it is followed. */
    record OpenCall(String callId, boolean atLegacy) {}

    static OpenCalls none() {
        return new OpenCalls(Map.of(), Map.of());
    }

    static OpenCalls find(SystemClients clients, String operatorToken)
            throws NoAnswerException, InterruptedException {
        Map<String, OpenCall> byCustomer = new HashMap<>();
        Map<String, JsonNode> byDriver = new HashMap<>();
        for (JsonNode call : clients.legacy().calls()) {
            ObservedCall.State state = ObservedCall.State.ofLegacy(call.path("state").asText());
            if (!state.ended() && !call.path("registered").asBoolean(true)) {
                byCustomer.put(
                        call.path("customer_id").asText(),
                        new OpenCall(call.path("call_id").asText(), true));
            }
            if (state.hasDriver()) {
                byDriver.put(call.path("driver_id").asText(), call);
            }
        }
        String cursor = "";
        do {
            cursor = page(clients, operatorToken, cursor, byCustomer);
        } while (!cursor.isEmpty());
        return new OpenCalls(Map.copyOf(byCustomer), Map.copyOf(byDriver));
    }

    private static String page(
            SystemClients clients, String token, String after, Map<String, OpenCall> byCustomer)
            throws NoAnswerException, InterruptedException {
        ObjectNode variables = JsonNodes.object();
        if (!after.isEmpty()) {
            variables.put("after", after);
        }
        List<String> open =
                List.of("REQUESTED", "COMMANDED", "GENERAL", "ACCEPTED", "ARRIVED", "DRIVING");
        open.forEach(variables.putObject("filter").putArray("statuses")::add);
        GraphQlAnswer answer =
                clients.graphQl().ask(token, GraphQlOperation.OPEN_CALLS, variables, LIMIT);
        if (answer.refused()) {
            throw new NoAnswerException("the gateway: " + answer.reason(), false);
        }
        JsonNode calls = answer.data().path("calls");
        for (JsonNode edge : calls.path("edges")) {
            JsonNode call = edge.path("node");
            byCustomer.put(
                    call.path("userId").asText(),
                    new OpenCall(call.path("callId").asText(), false));
        }
        JsonNode info = calls.path("pageInfo");
        return info.path("hasNextPage").asBoolean(false) ? info.path("endCursor").asText("") : "";
    }

    Optional<OpenCall> of(String customerId) {
        return Optional.ofNullable(byCustomer.get(customerId));
    }

    Optional<JsonNode> ofDriver(String driverId) {
        return Optional.ofNullable(byCommissionDriver.get(driverId));
    }
}

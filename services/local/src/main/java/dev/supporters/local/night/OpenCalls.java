package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that a night left open when it was interrupted: by customer, and by commission driver. */
record OpenCalls(Map<String, OpenCall> byCustomer, Map<String, JsonNode> byCommissionDriver) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A call, and at which door it is followed. */
    record OpenCall(String callId, boolean atLegacy) {}

    static OpenCalls none() {
        return new OpenCalls(Map.of(), Map.of());
    }

    static OpenCalls find(Doors doors, String operatorToken)
            throws DoorClosed, InterruptedException {
        Map<String, OpenCall> byCustomer = new HashMap<>();
        Map<String, JsonNode> byDriver = new HashMap<>();
        for (JsonNode call : doors.legacy().calls()) {
            CallStatus status = CallStatus.ofLegacy(call.path("state").asText());
            if (!status.ended() && !call.path("registered").asBoolean(true)) {
                byCustomer.put(
                        call.path("customer_id").asText(),
                        new OpenCall(call.path("call_id").asText(), true));
            }
            if (status.hasDriver()) {
                byDriver.put(call.path("driver_id").asText(), call);
            }
        }
        String cursor = "";
        do {
            cursor = page(doors, operatorToken, cursor, byCustomer);
        } while (!cursor.isEmpty());
        return new OpenCalls(Map.copyOf(byCustomer), Map.copyOf(byDriver));
    }

    private static String page(
            Doors doors, String token, String after, Map<String, OpenCall> byCustomer)
            throws DoorClosed, InterruptedException {
        ObjectNode variables = Json.object();
        if (!after.isEmpty()) {
            variables.put("after", after);
        }
        List<String> open =
                List.of("REQUESTED", "COMMANDED", "GENERAL", "ACCEPTED", "ARRIVED", "DRIVING");
        open.forEach(variables.putObject("filter").putArray("statuses")::add);
        JsonNode calls =
                doors.graphQl()
                        .ask(token, Operation.OPEN_CALLS, variables, LIMIT)
                        .data()
                        .path("calls");
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

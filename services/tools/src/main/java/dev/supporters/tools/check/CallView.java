package dev.supporters.tools.check;

import com.fasterxml.jackson.databind.JsonNode;

/** A call as the gateway shows it; path and reason are empty while there is none. */
record CallView(String callId, String status, String path, String reason) {

    static CallView of(JsonNode call) {
        return new CallView(
                call.path("callId").asText(""),
                call.path("status").asText(""),
                call.path("path").asText(""),
                call.path("reason").asText(""));
    }

    boolean hasPath() {
        return !path.isEmpty();
    }

    /** Whether the gateway handed it to general dispatch itself, as the service `call` did not answer: nobody decided anything. */
    boolean wentAround() {
        return reason.equals("CALL_UNAVAILABLE");
    }
}

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

    boolean decided() {
        return !path.isEmpty();
    }
}

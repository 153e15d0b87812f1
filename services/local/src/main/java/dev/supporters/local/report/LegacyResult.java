package dev.supporters.local.report;

import com.fasterxml.jackson.databind.JsonNode;

/** What the legacy system was told about an acceptance. */
public record LegacyResult(String callId, String driverId, String commandId) {

    public static LegacyResult of(JsonNode result) {
        return new LegacyResult(
                result.path("call_id").asText(),
                result.path("driver_id").asText(),
                result.path("command_id").asText());
    }
}

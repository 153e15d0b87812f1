package dev.supporters.local.report;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Set;

/** A call as the legacy system has it. */
public record LegacyCallRecord(String callId, String state, String driverId, boolean registered) {

    private static final Set<String> ENDS = Set.of("completed", "cancelled", "unserved");
    private static final Set<String> DRIVEN = Set.of("taken", "arrived", "picked_up", "completed");

    public static LegacyCallRecord of(JsonNode call) {
        return new LegacyCallRecord(
                call.path("call_id").asText(),
                call.path("state").asText(),
                call.path("driver_id").asText(""),
                call.path("registered").asBoolean(true));
    }

    public boolean ended() {
        return ENDS.contains(state);
    }

    /** Whether a commission driver has it, or had it until its end. */
    public boolean hasCommissionDriver() {
        return DRIVEN.contains(state) && !driverId.isEmpty();
    }
}

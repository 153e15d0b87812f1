package dev.supporters.oracle;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.NightOutcome;
import dev.supporters.proto.settlement.v1.Statement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known about a night: what was published, what the legacy system and settlement say, what people saw, what was given up.
 *
 * @param conditions how it was played, and what the services said of waits when it was over
 */
public record NightHistory(
        EventLog log,
        List<LegacyCallRecord> legacyCalls,
        List<LegacyResult> legacyResults,
        List<CheckedStatement> statements,
        List<ExportedFile> exports,
        NightOutcome outcome,
        int restarts,
        GivenUp givenUp,
        RunConditions conditions) {

    public NightHistory {
        legacyCalls = List.copyOf(legacyCalls);
        legacyResults = List.copyOf(legacyResults);
        statements = List.copyOf(statements);
        exports = List.copyOf(exports);
    }

    /** The same without some calls and drivers, like demo data, of which nothing is expected. Files have everybody. */
    public NightHistory without(Set<String> callIds, Set<String> driverIds) {
        return new NightHistory(
                log.without(callIds, driverIds),
                legacyCalls.stream().filter(call -> !callIds.contains(call.callId())).toList(),
                legacyResults.stream()
                        .filter(result -> !callIds.contains(result.callId()))
                        .toList(),
                statements.stream()
                        .filter(checked -> !driverIds.contains(checked.statement().getDriverId()))
                        .toList(),
                exports,
                outcome,
                restarts,
                givenUp,
                conditions);
    }

    /** The legacy system's calls, by their ids. */
    public Map<String, LegacyCallRecord> legacyCallsById() {
        Map<String, LegacyCallRecord> byId = new HashMap<>();
        legacyCalls.forEach(call -> byId.put(call.callId(), call));
        return byId;
    }

    /**
     * A call as the legacy system has it.
     *
     * @param handedOver how often it was handed over, each time that it was said again
     * @param firstHandedOver empty if the legacy system knows it from a supporter's acceptance alone
     */
    public record LegacyCallRecord(
            String callId,
            String state,
            String driverId,
            boolean registered,
            long handedOver,
            Optional<Instant> firstHandedOver) {

        private static final Set<String> ENDS = Set.of("completed", "cancelled", "unserved");
        private static final Set<String> DRIVEN =
                Set.of("taken", "arrived", "picked_up", "completed");

        static LegacyCallRecord of(JsonNode call) {
            return new LegacyCallRecord(
                    call.path("call_id").asText(),
                    call.path("state").asText(),
                    call.path("driver_id").asText(""),
                    call.path("registered").asBoolean(true),
                    call.path("handed_over_times").asLong(),
                    Optional.of(call.path("first_handed_over_at").asText(""))
                            .filter(time -> !time.isEmpty())
                            .map(Instant::parse));
        }

        public boolean ended() {
            return ENDS.contains(state);
        }

        /** Whether a commission driver has it, or had it until its end. */
        public boolean hasCommissionDriver() {
            return DRIVEN.contains(state) && !driverId.isEmpty();
        }
    }

    /** What the legacy system was told about an acceptance. */
    public record LegacyResult(String callId, String driverId, String commandId) {

        static LegacyResult of(JsonNode result) {
            return new LegacyResult(
                    result.path("call_id").asText(),
                    result.path("driver_id").asText(),
                    result.path("command_id").asText());
        }
    }

    /** A statement, and whether settlement's own recomputation had the same result. */
    public record CheckedStatement(Statement statement, boolean same) {}
}

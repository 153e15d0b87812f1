package dev.supporters.local.report;

import dev.supporters.local.night.NightOutcome;

import java.util.List;
import java.util.Set;

/** All that the report knows. */
public record ReportInput(
        EventLog log,
        List<LegacyCallRecord> legacyCalls,
        List<LegacyResult> legacyResults,
        List<CheckedStatement> statements,
        NightOutcome outcome,
        int restarts) {

    public ReportInput {
        legacyCalls = List.copyOf(legacyCalls);
        legacyResults = List.copyOf(legacyResults);
        statements = List.copyOf(statements);
    }

    /** Without demo data, of which nothing is expected. */
    ReportInput without(Set<String> callIds, Set<String> driverIds) {
        return new ReportInput(
                log.without(callIds, driverIds),
                legacyCalls.stream().filter(call -> !callIds.contains(call.callId())).toList(),
                legacyResults.stream()
                        .filter(result -> !callIds.contains(result.callId()))
                        .toList(),
                statements.stream()
                        .filter(checked -> !driverIds.contains(checked.statement().getDriverId()))
                        .toList(),
                outcome,
                restarts);
    }
}

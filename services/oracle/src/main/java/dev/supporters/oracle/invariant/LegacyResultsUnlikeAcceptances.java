package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.LegacyResult;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The legacy system was told each acceptance, once, and nothing else. It may have declined one that was withdrawn. */
final class LegacyResultsUnlikeAcceptances implements Invariant {

    @Override
    public String name() {
        return "legacy results unlike the acceptances";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Map<String, LegacyResult> results = new HashMap<>();
        for (LegacyResult result : history.legacyResults()) {
            if (results.put(result.commandId(), result) != null) {
                violations.add("command " + result.commandId() + " has two results");
            }
        }
        for (CommandHistory engagement : CommandHistory.of(history.log().activity())) {
            if (!engagement.accepted()) {
                continue;
            }
            LegacyResult result = results.remove(engagement.commandId());
            if (result == null) {
                if (!withdrawn(engagement)) {
                    violations.add(
                            "the acceptance of command "
                                    + engagement.commandId()
                                    + " has no result");
                }
            } else if (!result.callId().equals(engagement.callId())
                    || !result.driverId().equals(engagement.driverId())) {
                violations.add(
                        "the result of command "
                                + engagement.commandId()
                                + " names another call or driver");
            }
        }
        results.keySet().stream()
                .sorted()
                .forEach(commandId ->
                        violations.add(
                                "the result of command " + commandId + " has no acceptance"));
        return violations;
    }

    private static boolean withdrawn(CommandHistory engagement) {
        return engagement.events().stream()
                .filter(ActivityEvent::hasCancelled)
                .anyMatch(event ->
                        event.getCancelled().getReason()
                                == CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }
}

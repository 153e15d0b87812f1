package dev.supporters.oracle.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two supporters at once, or a supporter and a commission driver. */
final class CallWithTwoDrivers implements Invariant {

    @Override
    public String name() {
        return "a call with two drivers";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Map<String, List<CommandHistory>> byCall =
                CommandHistory.of(history.log().activity()).stream()
                        .collect(groupingBy(CommandHistory::callId, TreeMap::new, toList()));
        byCall.forEach((callId, engagements) -> atOnce(callId, engagements, violations));
        for (LegacyCallRecord legacy : history.legacyCalls()) {
            if (legacy.hasCommissionDriver()) {
                byCall.getOrDefault(legacy.callId(), List.of()).stream()
                        .filter(CommandHistory::kept)
                        .forEach(kept ->
                                violations.add(
                                        "call %s has supporter %s and commission driver %s"
                                                .formatted(
                                                        legacy.callId(),
                                                        kept.driverId(),
                                                        legacy.driverId())));
            }
        }
        return violations;
    }

    private static void atOnce(
            String callId, List<CommandHistory> engagements, List<String> violations) {
        for (int i = 0; i < engagements.size(); i++) {
            for (int j = i + 1; j < engagements.size(); j++) {
                if (engagements.get(i).overlaps(engagements.get(j))) {
                    violations.add(
                            "call %s has drivers %s and %s"
                                    .formatted(
                                            callId,
                                            engagements.get(i).driverId(),
                                            engagements.get(j).driverId()));
                }
            }
        }
    }
}

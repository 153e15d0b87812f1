package dev.supporters.local.report.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.supporters.local.report.LegacyCallRecord;
import dev.supporters.local.report.ReportInput;

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
    public List<String> violations(ReportInput input) {
        List<String> violations = new ArrayList<>();
        Map<String, List<Engagements>> byCall =
                Engagements.of(input.log().activity()).stream()
                        .collect(groupingBy(Engagements::callId, TreeMap::new, toList()));
        byCall.forEach((callId, engagements) -> atOnce(callId, engagements, violations));
        for (LegacyCallRecord legacy : input.legacyCalls()) {
            if (legacy.hasCommissionDriver()) {
                byCall.getOrDefault(legacy.callId(), List.of()).stream()
                        .filter(Engagements::kept)
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
            String callId, List<Engagements> engagements, List<String> violations) {
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

package dev.supporters.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.proto.events.call.v1.CallEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an incident did to the night: which part of the calls took the general path, and why, while it lasted and before and after it. */
record IncidentFigures(NightHistory history, Optional<IncidentPeriod> incident) {

    /** None without an incident. */
    List<String> lines() {
        return incident.map(this::lines).orElse(List.of());
    }

    private List<String> lines(IncidentPeriod period) {
        Set<String> during = new HashSet<>();
        Set<String> others = new HashSet<>();
        Map<String, String> reasons = new HashMap<>();
        for (CallEvent event : history.log().calls()) {
            if (event.hasRequested()) {
                boolean inside = period.contains(EventTimes.instant(event.getEventTime()));
                (inside ? during : others).add(event.getCallId());
            }
            if (event.hasSentToGeneral()) {
                reasons.putIfAbsent(
                        event.getCallId(),
                        CallFigures.word(event.getSentToGeneral().getReason(), "ROUTING_REASON_"));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Incident: " + period.what()));
        lines.add(share("general path, calls meanwhile", during, reasons));
        lines.addAll(
                ReportLines.counts(
                        during.stream()
                                .filter(reasons::containsKey)
                                .collect(groupingBy(reasons::get, counting()))));
        lines.add(share("general path, all other calls", others, reasons));
        return lines;
    }

    private static String share(String name, Set<String> calls, Map<String, String> reasons) {
        return ReportLines.share(
                name, calls.stream().filter(reasons::containsKey).count(), calls.size());
    }
}

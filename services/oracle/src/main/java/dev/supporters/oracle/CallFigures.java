package dev.supporters.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Calls: how they ended, on which path, why not with supporters, and how long customers waited. */
record CallFigures(NightHistory history) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Calls"));
        lines.addAll(ReportLines.counts(outcomes()));
        lines.add(ReportLines.head("Why calls went to general dispatch"));
        lines.addAll(ReportLines.counts(reasons()));
        lines.add(ReportLines.head("Handed over to general dispatch"));
        lines.addAll(handOvers());
        lines.add(ReportLines.head("Commands"));
        lines.addAll(commands());
        lines.add(ReportLines.head("From the request to the pickup"));
        lines.addAll(pickups());
        return lines;
    }

    private Map<String, Long> outcomes() {
        Map<String, Long> outcomes = new TreeMap<>();
        Set<String> known = new HashSet<>();
        for (CallEvent event : history.log().calls()) {
            known.add(event.getCallId());
            if (event.hasEnded()) {
                outcomes.merge(
                        word(event.getState().name(), "CALL_STATE_")
                                + ", "
                                + path(event.getEnded().getPath()),
                        1L,
                        Long::sum);
            }
        }
        history.legacyCalls().stream()
                .filter(call -> !known.contains(call.callId()))
                .forEach(call -> outcomes.merge(call.state() + ", legacy only", 1L, Long::sum));
        return outcomes;
    }

    static String path(DispatchPath path) {
        return switch (path) {
            case DISPATCH_PATH_SUPPORTERS -> "supporters";
            case DISPATCH_PATH_GENERAL -> "general";
            case DISPATCH_PATH_UNSPECIFIED, UNRECOGNIZED -> "no path yet";
        };
    }

    static String word(String name, String prefix) {
        return name.replace(prefix, "").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Map<String, Long> reasons() {
        return history.log().calls().stream()
                .filter(CallEvent::hasSentToGeneral)
                .collect(
                        groupingBy(
                                event ->
                                        word(
                                                event.getSentToGeneral().getReason(),
                                                "ROUTING_REASON_"),
                                counting()));
    }

    private List<String> handOvers() {
        Map<String, LegacyCallRecord> legacy = history.legacyCallsById();
        long longest = 0;
        long calls = 0;
        long again = 0;
        for (GeneralStay stay : GeneralStay.of(history.log())) {
            Optional<Instant> first =
                    Optional.ofNullable(legacy.get(stay.callId()))
                            .flatMap(LegacyCallRecord::firstHandedOver);
            if (first.isPresent()) {
                calls++;
                again += legacy.get(stay.callId()).handedOver() - 1;
                longest =
                        Math.max(
                                longest,
                                history.conditions()
                                        .longestPossible(stay.begin(), first.get())
                                        .toMillis());
            }
        }
        return List.of(
                ReportLines.number("calls", calls),
                ReportLines.number("said again", again),
                ReportLines.number("longest until then (real)", longest, "ms"));
    }

    /** Of the accepted commands, as a part of 1; not a number without any. */
    double silentShare() {
        long accepted = accepted();
        return accepted == 0 ? Double.NaN : (double) silent() / accepted;
    }

    private long accepted() {
        return history.log().activity().stream().filter(ActivityEvent::hasAccepted).count();
    }

    private long silent() {
        return history.log().activity().stream()
                .filter(e -> e.hasAccepted() && e.getAccepted().getBySilence())
                .count();
    }

    private List<String> commands() {
        List<ActivityEvent> activity = history.log().activity();
        long commands = activity.stream().filter(ActivityEvent::hasCommanded).count();
        long accepted = accepted();
        long refused = activity.stream().filter(ActivityEvent::hasRefused).count();
        long lost =
                activity.stream()
                        .filter(e -> e.hasCancelled() && e.getCancelled().getAfterAcceptance())
                        .count();
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.number("commands", commands));
        lines.add(ReportLines.share("accepted by silence", silent(), accepted));
        lines.add(ReportLines.share("cancelled after acceptance", lost, accepted));
        lines.add(ReportLines.share("refused", refused, commands));
        lines.addAll(
                ReportLines.counts(
                        activity.stream()
                                .filter(ActivityEvent::hasRefused)
                                .collect(
                                        groupingBy(
                                                e ->
                                                        word(
                                                                e.getRefused().getReason().name(),
                                                                "REFUSAL_REASON_"),
                                                counting()))));
        return lines;
    }

    private List<String> pickups() {
        Map<String, Instant> requested = new HashMap<>();
        Map<String, List<Double>> minutes = new TreeMap<>();
        for (CallEvent event : history.log().calls()) {
            Instant at = EventTimes.instant(event.getEventTime());
            if (event.hasRequested()) {
                requested.put(event.getCallId(), at);
            }
            Instant from = requested.get(event.getCallId());
            if (event.hasProgressed()
                    && event.getState() == CallState.CALL_STATE_DRIVING
                    && from != null) {
                minutes.computeIfAbsent(
                                path(event.getProgressed().getPath()), path -> new ArrayList<>())
                        .add(Duration.between(from, at).toMillis() / 60_000.0);
            }
        }
        List<String> lines = new ArrayList<>();
        minutes.forEach((path, waits) -> {
            SampleStatistics figures = SampleStatistics.of(waits);
            lines.add(ReportLines.number(path + ", mean", figures.mean(), "min"));
            lines.add(ReportLines.number(path + ", p95", figures.percentile(95), "min"));
        });
        return lines;
    }
}

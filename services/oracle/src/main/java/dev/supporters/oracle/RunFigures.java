package dev.supporters.oracle;

import dev.supporters.player.NightOutcome;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the system ran: decisions and their latency, events, restarts, and what the apps met with. */
record RunFigures(NightHistory history) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Route (real milliseconds, within the service)"));
        SampleStatistics latencies =
                SampleStatistics.of(
                        history.log().routing().stream()
                                .filter(RoutingEvent::hasRouted)
                                .map(event -> event.getRouted().getLatencyMillis())
                                .toList());
        lines.add(ReportLines.number("decisions", latencies.count()));
        lines.add(ReportLines.number("mean", latencies.mean(), "ms"));
        lines.add(ReportLines.number("p50", latencies.percentile(50), "ms"));
        lines.add(ReportLines.number("p95", latencies.percentile(95), "ms"));
        lines.add(ReportLines.number("p99", latencies.percentile(99), "ms"));
        NightOutcome outcome = history.outcome();
        lines.add(ReportLines.number("calls per second of real time", perSecond(outcome), ""));
        lines.add(ReportLines.head("Run"));
        lines.add(ReportLines.number("restarts of services", history.restarts()));
        lines.add(
                ReportLines.number("calls requested at the gateway", outcome.requestedAtGateway()));
        lines.add(
                ReportLines.number(
                        "calls requested at the legacy system", outcome.requestedAtLegacy()));
        lines.add(ReportLines.number("positions reported", history.log().positions()));
        lines.add(ReportLines.number("events that came twice", history.log().duplicates()));
        lines.add(ReportLines.number("events that cannot be read", history.log().unreadable()));
        lines.addAll(ReportLines.counts(outcome.counts()));
        outcome.failures().stream()
                .limit(10)
                .map(failure -> "  failed: " + failure)
                .forEach(lines::add);
        if (outcome.interrupted()) {
            lines.add("  the night was interrupted");
        }
        return lines;
    }

    private static double perSecond(NightOutcome outcome) {
        Duration real = outcome.realTime();
        int calls = outcome.requestedAtGateway() + outcome.requestedAtLegacy();
        return real.isZero() ? 0 : calls * 1_000.0 / real.toMillis();
    }
}

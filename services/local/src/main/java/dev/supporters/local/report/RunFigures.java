package dev.supporters.local.report;

import dev.supporters.local.night.NightOutcome;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the machine did: decisions and their latency, events, restarts, and what the apps met with. */
record RunFigures(ReportInput input) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Lines.head("Route (real milliseconds, within the service)"));
        Figures latency =
                Figures.of(
                        input.log().routing().stream()
                                .filter(RoutingEvent::hasRouted)
                                .map(event -> event.getRouted().getLatencyMillis())
                                .toList());
        lines.add(Lines.number("decisions", latency.count()));
        lines.add(Lines.number("mean", latency.mean(), "ms"));
        lines.add(Lines.number("p50", latency.percentile(50), "ms"));
        lines.add(Lines.number("p95", latency.percentile(95), "ms"));
        lines.add(Lines.number("p99", latency.percentile(99), "ms"));
        NightOutcome outcome = input.outcome();
        lines.add(Lines.number("calls per second of real time", perSecond(outcome), ""));
        lines.add(Lines.head("Run"));
        lines.add(Lines.number("restarts of services", input.restarts()));
        lines.add(Lines.number("calls requested at the gateway", outcome.requestedAtGateway()));
        lines.add(
                Lines.number("calls requested at the legacy system", outcome.requestedAtLegacy()));
        lines.add(Lines.number("positions reported", input.log().positions()));
        lines.add(Lines.number("events that came twice", input.log().duplicates()));
        lines.add(Lines.number("events that cannot be read", input.log().unreadable()));
        lines.addAll(Lines.counts(outcome.counts()));
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

package dev.supporters.gateway.adapter.graphql.remote;

import static java.util.stream.Collectors.groupingBy;

import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemoteFailureView;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartView;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What the metrics of remote calls say of each part. */
@ApplicationScoped
class RemotePartProvider {

    private static final String REMOTE = "remote";
    private static final String RESULT = "result";

    /** Results of calls that never came to a reason. */
    private static final Set<String> UNASKED = Set.of("BREAKER_OPEN", "BULKHEAD_FULL", "BUG");

    private static final Set<String> FAILURES =
            Arrays.stream(ErrorReason.values())
                    .filter(reason -> reason != ErrorReason.UNRECOGNIZED)
                    .filter(ErrorReasons::failure)
                    .map(reason -> reason.name().replace("ERROR_REASON_", ""))
                    .collect(Collectors.toUnmodifiableSet());

    private final MeterRegistry meters;

    RemotePartProvider(MeterRegistry meters) {
        this.meters = meters;
    }

    List<RemotePartView> read() {
        Map<String, List<Timer>> calls =
                meters.find(GuardedCall.SECONDS).timers().stream()
                        .collect(
                                groupingBy(
                                        timer -> timer.getId().getTag(REMOTE),
                                        TreeMap::new,
                                        Collectors.toList()));
        meters.find(GuardedCall.BREAKER_OPEN)
                .gauges()
                .forEach(gauge -> calls.putIfAbsent(gauge.getId().getTag(REMOTE), List.of()));
        return calls.entrySet().stream().map(part -> view(part.getKey(), part.getValue())).toList();
    }

    private RemotePartView view(String name, Collection<Timer> calls) {
        List<RemoteFailureView> failures =
                calls.stream()
                        .filter(timer -> failed(timer.getId().getTag(RESULT)))
                        .map(timer ->
                                new RemoteFailureView(timer.getId().getTag(RESULT), timer.count()))
                        .sorted(Comparator.comparing(RemoteFailureView::reason))
                        .toList();
        long failed = failures.stream().mapToLong(RemoteFailureView::count).sum();
        long all = calls.stream().mapToLong(Timer::count).sum();
        return new RemotePartView(
                name,
                breakerOpen(name),
                all - failed,
                failed,
                calls.stream().mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS)).sum(),
                failures);
    }

    private static boolean failed(String result) {
        return FAILURES.contains(result) || UNASKED.contains(result);
    }

    private boolean breakerOpen(String name) {
        Gauge gauge = meters.find(GuardedCall.BREAKER_OPEN).tag(REMOTE, name).gauge();
        return gauge != null && gauge.value() > 0;
    }
}

package dev.supporters.platform.rpc;

import static java.util.stream.Collectors.groupingBy;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.remote.v1.ListResponse;
import dev.supporters.proto.remote.v1.RemoteFailure;
import dev.supporters.proto.remote.v1.RemoteLatency;
import dev.supporters.proto.remote.v1.RemotePart;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What the metrics of remote calls say of each part that this process asks. */
@ApplicationScoped
public class RemotePartReader {

    private static final String REMOTE = "remote";
    private static final String RESULT = "result";

    /** Results of calls that were not made. */
    private static final Set<String> UNASKED =
            Set.of(GuardedCall.BREAKER_WAS_OPEN, GuardedCall.BULKHEAD_FULL);

    private static final Set<String> FAILURES =
            Arrays.stream(ErrorReason.values())
                    .filter(reason -> reason != ErrorReason.UNRECOGNIZED)
                    .filter(ErrorReasons::failure)
                    .map(reason -> reason.name().replace("ERROR_REASON_", ""))
                    .collect(Collectors.toUnmodifiableSet());

    private final MeterRegistry meters;
    private final String process = UUID.randomUUID().toString();

    RemotePartReader(MeterRegistry meters) {
        this.meters = meters;
    }

    /** By name. */
    public ListResponse read() {
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
        ListResponse.Builder response = ListResponse.newBuilder().setProcess(process);
        calls.forEach((name, timers) -> response.addParts(part(name, timers)));
        return response.build();
    }

    private RemotePart part(String name, Collection<Timer> calls) {
        List<RemoteFailure> failures =
                calls.stream()
                        .filter(timer -> failed(result(timer)) && timer.count() > 0)
                        .map(timer ->
                                RemoteFailure.newBuilder()
                                        .setReason(result(timer))
                                        .setCount(timer.count())
                                        .build())
                        .sorted(Comparator.comparing(RemoteFailure::getReason))
                        .toList();
        long failed = failures.stream().mapToLong(RemoteFailure::getCount).sum();
        long all = calls.stream().mapToLong(Timer::count).sum();
        return RemotePart.newBuilder()
                .setName(name)
                .setBreakerOpen(breakerOpen(name))
                .setAnswered(all - failed)
                .setFailed(failed)
                .setTotalMilliseconds(
                        calls.stream()
                                .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                                .sum())
                .addAllFailures(failures)
                .addAllLatencies(latencies(calls))
                .build();
    }

    /** A call that was not made took no time: it would hide how long the others take. */
    private static List<RemoteLatency> latencies(Collection<Timer> calls) {
        Map<Double, Long> upTo = new TreeMap<>();
        long made = 0;
        for (Timer timer : calls) {
            if (!UNASKED.contains(result(timer))) {
                made += timer.count();
                for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                    upTo.merge(
                            bucket.bucket(TimeUnit.MILLISECONDS), (long) bucket.count(), Long::sum);
                }
            }
        }
        List<RemoteLatency> latencies = new ArrayList<>();
        long before = 0;
        for (Map.Entry<Double, Long> limit : upTo.entrySet()) {
            if (limit.getValue() > before) {
                latencies.add(
                        RemoteLatency.newBuilder()
                                .setUpToMilliseconds(limit.getKey())
                                .setCount(limit.getValue() - before)
                                .build());
                before = limit.getValue();
            }
        }
        if (made > before) {
            latencies.add(RemoteLatency.newBuilder().setCount(made - before).build());
        }
        return latencies;
    }

    private static String result(Timer timer) {
        return timer.getId().getTag(RESULT);
    }

    private static boolean failed(String result) {
        return FAILURES.contains(result)
                || UNASKED.contains(result)
                || GuardedCall.BUG.equals(result);
    }

    private boolean breakerOpen(String name) {
        Gauge gauge = meters.find(GuardedCall.BREAKER_OPEN).tag(REMOTE, name).gauge();
        return gauge != null && gauge.value() > 0;
    }
}

package dev.supporters.local.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Collects what everybody sees; used by many threads. */
final class Observations {

    private final Map<String, CallStatus> calls = new ConcurrentHashMap<>();
    private final Map<String, Duration> pickups = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<Sighting> sightings = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atGateway = new AtomicInteger();
    private final AtomicInteger atLegacy = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger waitingCustomers = new AtomicInteger();

    void count(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    void requested(boolean legacy) {
        (legacy ? atLegacy : atGateway).incrementAndGet();
    }

    void customers(int more) {
        waitingCustomers.addAndGet(more);
    }

    boolean hasCustomers() {
        return waitingCustomers.get() > 0;
    }

    void working(int more) {
        working.addAndGet(more);
    }

    void call(String callId, CallStatus status) {
        calls.put(callId, status);
    }

    void pickedUp(String callId, Duration afterRequest) {
        pickups.putIfAbsent(callId, afterRequest);
    }

    void saw(String callId, String driverId, Instant now) {
        sightings.add(new Sighting(callId, driverId, now));
    }

    void failed(String who, Throwable failure) {
        failures.add(who + ": " + failure);
    }

    NightProgress progress(Instant now) {
        Collection<CallStatus> all = calls.values();
        int completed = number(all, CallStatus.COMPLETED);
        int cancelled = number(all, CallStatus.CANCELLED);
        int failed = number(all, CallStatus.FAILED);
        return new NightProgress(
                now,
                calls.size(),
                calls.size() - completed - cancelled - failed,
                number(all, CallStatus.DRIVING),
                completed,
                cancelled,
                failed,
                working.get());
    }

    private static int number(Collection<CallStatus> all, CallStatus wanted) {
        return (int) all.stream().filter(status -> status == wanted).count();
    }

    NightOutcome outcome(boolean interrupted, Duration realTime) {
        Map<String, String> statuses = new HashMap<>();
        calls.forEach((callId, status) -> statuses.put(callId, status.name()));
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((what, number) -> sums.put(what, number.sum()));
        return new NightOutcome(
                atGateway.get(),
                atLegacy.get(),
                statuses,
                pickups,
                List.copyOf(sightings),
                sums,
                List.copyOf(failures),
                interrupted,
                realTime);
    }
}

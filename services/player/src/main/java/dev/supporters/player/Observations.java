package dev.supporters.player;

import dev.supporters.simulation.Cheaters;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Collects what everybody sees; many threads use it. */
final class Observations {

    private final Map<String, ObservedCall.State> calls = new ConcurrentHashMap<>();
    private final Map<String, Duration> pickups = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<NightOutcome.SeenDestination> seenDestinations =
            new ConcurrentLinkedQueue<>();
    private final Map<String, Cheaters.Kind> cheaters = new ConcurrentHashMap<>();
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

    void call(String callId, ObservedCall.State state) {
        calls.put(callId, state);
    }

    void pickedUp(String callId, Duration afterRequest) {
        pickups.putIfAbsent(callId, afterRequest);
    }

    void saw(String callId, String driverId, Instant now) {
        seenDestinations.add(new NightOutcome.SeenDestination(callId, driverId, now));
    }

    /** When whose app could have known which destination, in the order in which it was found out. */
    List<NightOutcome.SeenDestination> seenDestinations() {
        return List.copyOf(seenDestinations);
    }

    /** A supporter has played the system. */
    void cheated(String driverId, Cheaters.Kind kind) {
        cheaters.putIfAbsent(driverId, kind);
    }

    /** Who has played the system so far, and how. */
    Map<String, Cheaters.Kind> cheaters() {
        return Map.copyOf(cheaters);
    }

    void failed(String who, Throwable failure) {
        failures.add(who + ": " + failure);
    }

    /** How often what was met with. */
    Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((what, number) -> sums.put(what, number.sum()));
        return sums;
    }

    NightSetup.Progress progress(Instant now) {
        int open = 0;
        int driving = 0;
        int completed = 0;
        int cancelled = 0;
        int failed = 0;
        for (ObservedCall.State state : calls.values()) { // once: calls change meanwhile
            switch (state) {
                case WAITING, DRIVER_COMING, DRIVER_THERE -> open++;
                case DRIVING -> driving++;
                case COMPLETED -> completed++;
                case CANCELLED -> cancelled++;
                case FAILED -> failed++;
            }
        }
        return new NightSetup.Progress(
                now, open, driving, completed, cancelled, failed, working.get());
    }

    NightOutcome outcome(PeopleFigures people, boolean interrupted, Duration realTime) {
        Map<String, String> states = new HashMap<>();
        calls.forEach((callId, state) -> states.put(callId, state.name()));
        return new NightOutcome(
                atGateway.get(),
                atLegacy.get(),
                states,
                pickups,
                seenDestinations(),
                counts(),
                List.copyOf(failures),
                people,
                interrupted,
                realTime);
    }
}

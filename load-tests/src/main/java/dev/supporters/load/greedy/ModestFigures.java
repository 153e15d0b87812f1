package dev.supporters.load.greedy;

import dev.supporters.load.figures.Latencies;
import dev.supporters.load.greedy.GatewayAsker.Answered;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What those felt in a while who ask at people's pace. */
final class ModestFigures {

    /** What they ask. */
    enum AppRequest {
        SUPPORTERS_LOOKS("a supporter's look"),
        ACCEPTANCES_AND_STEPS("an acceptance or a step"),
        REFUSALS("a refusal"),
        REQUESTS_OF_CALLS("a request of a call"),
        CUSTOMERS_LOOKS("a customer's look");

        private final String text;

        AppRequest(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private final Map<AppRequest, Queue<Long>> nanos = new EnumMap<>(AppRequest.class);
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder refusalsInTime = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder commandsOfTheGreedy = new LongAdder();
    private final LongAccumulator mostAtOnce = new LongAccumulator(Math::max, 0);

    ModestFigures() {
        for (AppRequest asked : AppRequest.values()) {
            nanos.put(asked, new ConcurrentLinkedQueue<>());
        }
    }

    void add(AppRequest asked, Answered answered) {
        nanos.get(asked).add(answered.nanos()); // of a failure, too: it is what an app waited
        if (!answered.good()) {
            refused.computeIfAbsent(answered.refusal(), reason -> new LongAdder()).increment();
        }
    }

    /** A supporter has refused a command: before silence accepted it, or not. */
    void refusal(boolean inTime) {
        refusals.increment();
        if (inTime) {
            refusalsInTime.increment();
        }
    }

    /** A supporter was commanded, and that is over. */
    void command(boolean ofTheGreedy) {
        commands.increment();
        if (ofTheGreedy) {
            commandsOfTheGreedy.increment();
        }
    }

    /** So many supporters have calls of the greedy customer now. */
    void withTheGreedy(long supporters) {
        mostAtOnce.accumulate(supporters);
    }

    Latencies latencies(AppRequest asked) {
        return Latencies.ofNanos(nanos.get(asked));
    }

    /** Of all that was asked. */
    Latencies latencies() {
        List<Long> all = new ArrayList<>();
        nanos.values().forEach(all::addAll);
        return Latencies.ofNanos(all);
    }

    /** How often which refusal was met with. */
    Map<String, LongAdder> refused() {
        return refused;
    }

    long refusals() {
        return refusals.sum();
    }

    long refusalsInTime() {
        return refusalsInTime.sum();
    }

    long commands() {
        return commands.sum();
    }

    long commandsOfTheGreedy() {
        return commandsOfTheGreedy.sum();
    }

    long mostAtOnce() {
        return mostAtOnce.get();
    }
}

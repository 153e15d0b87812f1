package dev.supporters.zone.demand;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of the last day, in memory. An event that comes twice changes nothing. */
@ApplicationScoped
public class TonightsCalls {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<String, TonightsCall> calls = new ConcurrentHashMap<>();

    /** Where and when a call was requested, and what became of it. */
    public record TonightsCall(Product product, Position origin, Instant time, Outcome outcome) {

        public TonightsCall {
            requireNonNull(product);
            requireNonNull(origin);
            requireNonNull(time);
            requireNonNull(outcome);
        }
    }

    /** What became of a call. */
    public enum Outcome {
        /** It is not known yet. */
        UNDER_WAY,
        /** A supporter completed it. */
        COMPLETED,
        /** Anything else: no supporter is paid for it. */
        LOST
    }

    public void requested(String callId, Product product, Position origin, Instant time) {
        calls.putIfAbsent(callId, new TonightsCall(product, origin, time, Outcome.UNDER_WAY));
    }

    /** A call whose request is not known is passed over: it is older than what is kept. */
    public void ended(String callId, Outcome outcome) {
        calls.computeIfPresent(
                callId,
                (id, call) ->
                        new TonightsCall(call.product(), call.origin(), call.time(), outcome));
    }

    /** Those of a product from an instant until now, oldest first. */
    public List<TonightsCall> since(Product product, Instant begin, Instant now) {
        Instant oldest = now.minus(KEPT);
        Instant newest = now.plus(KEPT); // nothing happens later: such a time is wrong
        calls.values()
                .removeIf(call -> call.time().isBefore(oldest) || call.time().isAfter(newest));
        return calls.values().stream()
                .filter(call -> call.product() == product)
                .filter(call -> !call.time().isBefore(begin) && !call.time().isAfter(now))
                .sorted(Comparator.comparing(TonightsCall::time))
                .toList();
    }
}

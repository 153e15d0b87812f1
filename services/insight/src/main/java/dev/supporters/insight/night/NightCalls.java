package dev.supporters.insight.night;

import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.proto.events.call.v1.CallEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The calls of the last nights, in memory. */
@ApplicationScoped
public class NightCalls {

    private final Map<String, CallFacts> calls = new ConcurrentHashMap<>();

    /** False for an event that cannot be counted: of a kind that this version does not know, or a request without a position. */
    public boolean apply(CallEvent event) {
        return switch (event.getEventCase()) {
            case REQUESTED -> requested(event);
            case SENT_TO_GENERAL -> known(event, facts -> facts.sentToGeneral(event));
            case ENDED -> known(event, facts -> facts.ended(event));
            case ASSIGNED, PROGRESSED -> true; // commands are counted by their own events
            case EVENT_NOT_SET -> false;
        };
    }

    /** By the call's id. */
    public Map<String, CallFacts> all() {
        return Map.copyOf(calls);
    }

    /** Forgets those of which nothing was heard since. */
    public void forget(Instant before) {
        calls.values().removeIf(facts -> facts.newest().isBefore(before));
    }

    private boolean requested(CallEvent event) {
        Optional<Position> origin = Place.of(event.getRequested().getOrigin()).position();
        origin.ifPresent(position -> known(event, facts -> facts.requested(event, position)));
        return origin.isPresent();
    }

    private boolean known(CallEvent event, UnaryOperator<CallFacts> more) {
        calls.compute(
                event.getCallId(),
                (id, facts) ->
                        more.apply(facts == null ? CallFacts.nothing(event.getProduct()) : facts));
        return true;
    }
}

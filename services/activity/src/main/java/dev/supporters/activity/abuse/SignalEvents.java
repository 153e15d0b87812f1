package dev.supporters.activity.abuse;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.signal.v1.SignalFound;

import java.time.Instant;

/** What the topic of signals learns. */
public final class SignalEvents {

    private SignalEvents() {}

    public static Event found(Signal signal) {
        SignalFound found =
                SignalFound.newBuilder()
                        .setKind(SignalProtoMapper.kind(signal.found().kind()))
                        .setStatistics(SignalProtoMapper.statistics(signal.found().statistics()))
                        .setNights(Math.max(1, signal.found().nights().size()))
                        .build();
        return event(signal, "found", event(signal, signal.findTime()).setFound(found));
    }

    /** The newest of a signal's decisions. */
    public static Event decided(Signal signal, Signal.DecisionRecord decided) {
        OperatorDecided operator =
                OperatorDecided.newBuilder()
                        .setDecision(SignalProtoMapper.decision(decided.decision()))
                        .setActor(decided.actor())
                        .setNumber(signal.decisions().size())
                        .setProduct(signal.night().product())
                        .build();
        return event(signal, "decided", event(signal, decided.time()).setDecided(operator));
    }

    private static SignalEvent.Builder event(Signal signal, Instant time) {
        return SignalEvent.newBuilder()
                .setSignalId(signal.id())
                .setDriverId(signal.found().driverId().value())
                .setBusinessDate(signal.night().businessDate().toString())
                .setEventTime(Timestamps.of(time));
    }

    private static Event event(Signal signal, String name, SignalEvent.Builder event) {
        return new Event(
                Topics.SIGNALS,
                signal.found().driverId().value(),
                "supporters.signal." + name + ".v1",
                event.build());
    }
}

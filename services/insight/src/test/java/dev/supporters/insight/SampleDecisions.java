package dev.supporters.insight;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.testkit.SourceTree;

import java.util.List;

/** Decisions as they were recorded: those of the command that takes them again. */
public final class SampleDecisions {

    public static final CallRouted ASSIGNED = record("254137");
    public static final CallRouted HELD = record("254138");

    private SampleDecisions() {}

    public static CallDecisions once() {
        return new CallDecisions(
                new CallId("254137"), List.of(new KeptDecision("calls/254137/1", ASSIGNED)));
    }

    private static CallRouted record(String callId) {
        return SourceTree.read(
                        SourceTree.root()
                                .resolve("services/replay/src/test/resources/decisions.jsonl"))
                .lines()
                .map(SampleDecisions::event)
                .filter(event -> event.getRouted().getDecision().getCallId().equals(callId))
                .map(RoutingEvent::getRouted)
                .findFirst()
                .orElseThrow();
    }

    private static RoutingEvent event(String line) {
        try {
            RoutingEvent.Builder event = RoutingEvent.newBuilder();
            JsonFormat.parser().merge(line, event);
            return event.build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("no event: " + line, e);
        }
    }
}

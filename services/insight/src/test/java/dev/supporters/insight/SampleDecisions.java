package dev.supporters.insight;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.testkit.SourceTree;

import java.util.List;
import java.util.stream.Stream;

/** Decisions as they were recorded: those of the command that takes them again. */
public final class SampleDecisions {

    public static final CallRouted ASSIGNED = record("254137");
    public static final CallRouted HELD = record("254138");

    /** Calls 254138 and 254140 were held; somebody was chosen for the second. */
    public static final PoolSolved POOL =
            events().filter(RoutingEvent::hasPool)
                    .map(RoutingEvent::getPool)
                    .findFirst()
                    .orElseThrow();

    private SampleDecisions() {}

    public static CallDecisions once() {
        return new CallDecisions(
                new CallId("254137"), List.of(new KeptDecision("calls/254137/1", ASSIGNED)));
    }

    private static CallRouted record(String callId) {
        return events().filter(event -> event.getRouted().getDecision().getCallId().equals(callId))
                .map(RoutingEvent::getRouted)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<RoutingEvent> events() {
        return SourceTree.read(
                        SourceTree.root()
                                .resolve("services/replay/src/test/resources/decisions.jsonl"))
                .lines()
                .filter(line -> !line.isBlank())
                .map(SampleDecisions::event);
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

package dev.supporters.oracle;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All events of the topics that matter to the report, each once; of each key in the order of its topic.
 *
 * @param written when the service wrote what a call's event tells, by call and version: later than it took place, if the service heard of it
 *     late
 */
public record EventLog(
        List<CallEvent> calls,
        List<RoutingEvent> routing,
        List<ActivityEvent> activity,
        List<WorkEvent> work,
        List<LocationEvent> reachability,
        List<SettlementEvent> settlement,
        List<MoveEvent> moves,
        int positions,
        int duplicates,
        int unreadable,
        Map<String, Instant> written) {

    public static final String CALLS = "supporters.calls.v1";
    public static final String ROUTING = "supporters.routing.v1";
    public static final String ACTIVITY = "supporters.activity.v1";
    public static final String WORK = "supporters.work.v1";
    public static final String LOCATIONS = "supporters.locations.v1";
    public static final String SETTLEMENT = "supporters.settlement.v1";
    public static final String MOVES = "supporters.moves.v1";

    /** The topics that are read. */
    public static final List<String> TOPICS =
            List.of(CALLS, ROUTING, ACTIVITY, WORK, LOCATIONS, SETTLEMENT, MOVES);

    public EventLog {
        calls = List.copyOf(calls);
        routing = List.copyOf(routing);
        activity = List.copyOf(activity);
        work = List.copyOf(work);
        reachability = List.copyOf(reachability);
        settlement = List.copyOf(settlement);
        moves = List.copyOf(moves);
        written = Map.copyOf(written);
    }

    /** When the service wrote what the event tells. */
    public Instant written(CallEvent event) {
        return written.getOrDefault(key(event), EventTimes.instant(event.getEventTime()));
    }

    private static String key(CallEvent event) {
        return event.getCallId() + " " + event.getVersion();
    }

    /** The same without the events about some calls and drivers. */
    EventLog without(Set<String> callIds, Set<String> driverIds) {
        return new EventLog(
                calls.stream().filter(event -> !callIds.contains(event.getCallId())).toList(),
                routing.stream()
                        .filter(event ->
                                !callIds.contains(event.getRouted().getDecision().getCallId()))
                        .toList(),
                activity.stream()
                        .filter(event -> !driverIds.contains(event.getDriverId()))
                        .toList(),
                work.stream().filter(event -> !driverIds.contains(event.getDriverId())).toList(),
                reachability.stream()
                        .filter(event -> !driverIds.contains(event.getDriverId()))
                        .toList(),
                settlement.stream()
                        .filter(event -> !driverIds.contains(event.getDriverId()))
                        .toList(),
                moves.stream()
                        .filter(event ->
                                !driverIds.contains(event.getChanged().getMove().getDriverId()))
                        .toList(),
                positions,
                duplicates,
                unreadable,
                written);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Takes records as they come; one that has come before counts as a duplicate. */
    public static final class Builder {

        private final Set<String> ids = new HashSet<>();
        private final List<CallEvent> calls = new ArrayList<>();
        private final List<RoutingEvent> routing = new ArrayList<>();
        private final List<ActivityEvent> activity = new ArrayList<>();
        private final List<WorkEvent> work = new ArrayList<>();
        private final List<LocationEvent> reachability = new ArrayList<>();
        private final List<SettlementEvent> settlement = new ArrayList<>();
        private final List<MoveEvent> moves = new ArrayList<>();
        private final Map<String, Instant> written = new HashMap<>();
        private int positions;
        private int duplicates;
        private int unreadable;

        private Builder() {}

        /** An empty id is no id. */
        public Builder add(String topic, String id, byte[] value) {
            return add(topic, id, Optional.empty(), value);
        }

        /** The same of which is known when it was written. */
        public Builder add(String topic, String id, Optional<Instant> time, byte[] value) {
            if (!id.isEmpty() && !ids.add(topic + " " + id)) {
                duplicates++;
                return this;
            }
            switch (topic) {
                case CALLS -> call(value, time);
                case ROUTING -> parse(RoutingEvent.parser(), value, routing);
                case ACTIVITY -> parse(ActivityEvent.parser(), value, activity);
                case WORK -> parse(WorkEvent.parser(), value, work);
                case SETTLEMENT -> parse(SettlementEvent.parser(), value, settlement);
                case MOVES -> parse(MoveEvent.parser(), value, moves);
                case LOCATIONS -> location(value);
                default ->
                        throw new IllegalArgumentException(
                                "topic: " + topic + " (expected: one of " + TOPICS + ")");
            }
            return this;
        }

        private void call(byte[] value, Optional<Instant> time) {
            int before = calls.size();
            parse(CallEvent.parser(), value, calls);
            if (calls.size() > before) {
                time.ifPresent(at -> written.put(key(calls.getLast()), at));
            }
        }

        private void location(byte[] value) {
            List<LocationEvent> events = new ArrayList<>();
            parse(LocationEvent.parser(), value, events);
            for (LocationEvent event : events) {
                if (event.hasReported()) {
                    positions++;
                } else {
                    reachability.add(event);
                }
            }
        }

        private <E extends Message> void parse(Parser<E> parser, byte[] value, List<E> into) {
            try {
                into.add(parser.parseFrom(value));
            } catch (InvalidProtocolBufferException e) {
                unreadable++;
            }
        }

        public EventLog build() {
            return new EventLog(
                    calls,
                    routing,
                    activity,
                    work,
                    reachability,
                    settlement,
                    moves,
                    positions,
                    duplicates,
                    unreadable,
                    written);
        }
    }
}

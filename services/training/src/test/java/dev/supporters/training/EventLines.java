package dev.supporters.training;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.routing.v1.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The lines of an archived night. */
public final class EventLines {

    private static final JsonFormat.Printer JSON =
            JsonFormat.printer().omittingInsignificantWhitespace();

    private final List<String> lines = new ArrayList<>();

    public EventLines requested(String callId, Instant time, Position origin) {
        return add(
                "supporters.calls.v1",
                CallEvent.newBuilder()
                        .setCallId(callId)
                        .setEventTime(Timestamps.of(time))
                        .setRequested(CallRequested.newBuilder().setOrigin(place(origin)))
                        .build());
    }

    public EventLines routed(String callId, String region) {
        var decision = Decision.newBuilder().setCallId(callId).setRegion(region);
        return add(
                "supporters.routing.v1",
                RoutingEvent.newBuilder()
                        .setRouted(CallRouted.newBuilder().setDecision(decision))
                        .build());
    }

    public EventLines commanded(String callId, Instant time, Position origin, int etaSeconds) {
        var commanded =
                CallCommanded.newBuilder().setOrigin(place(origin)).setEtaSeconds(etaSeconds);
        return activity(callId, time, event -> event.setCommanded(commanded));
    }

    public EventLines accepted(String callId, Instant time) {
        return activity(
                callId, time, event -> event.setAccepted(CallAccepted.getDefaultInstance()));
    }

    public EventLines refused(String callId, Instant time) {
        return activity(callId, time, event -> event.setRefused(CallRefused.getDefaultInstance()));
    }

    public EventLines arrived(String callId, Instant time) {
        return activity(callId, time, event -> event.setArrived(CallArrived.getDefaultInstance()));
    }

    public EventLines cancelledByCustomer(String callId, Instant time) {
        var cancelled =
                CallCancelled.newBuilder()
                        .setReason(CancellationReason.CANCELLATION_REASON_CUSTOMER)
                        .setAfterAcceptance(true);
        return activity(callId, time, event -> event.setCancelled(cancelled));
    }

    public EventLines line(String line) {
        lines.add(line);
        return this;
    }

    /** All lines twice, in an order that is not theirs: as it may be where events come at least once. */
    public String twiceAndShuffled(long seed) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(lines);
        Collections.shuffle(all, new Random(seed));
        return String.join("\n", all) + "\n";
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    private EventLines activity(
            String callId, Instant time, UnaryOperator<ActivityEvent.Builder> step) {
        return add(
                "supporters.activity.v1",
                step.apply(
                                ActivityEvent.newBuilder()
                                        .setCallId(callId)
                                        .setCommandId("command-" + callId)
                                        .setDriverId("7")
                                        .setEventTime(Timestamps.of(time)))
                        .build());
    }

    private EventLines add(String topic, Message event) {
        try {
            return line(topic + " " + JSON.print(event));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Place place(Position position) {
        return Place.newBuilder()
                .setLat(Double.toString(position.lat()))
                .setLng(Double.toString(position.lng()))
                .build();
    }
}

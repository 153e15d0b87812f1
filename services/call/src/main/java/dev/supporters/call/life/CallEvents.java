package dev.supporters.call.life;

import dev.supporters.contract.Position;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.call.v1.CallAssigned;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.call.v1.CallSentToGeneral;

import java.util.Optional;

/**
 * The events of the topic of calls. They name no customer: who must know her asks this service. They never contain a destination; after the acceptance those of a supporter's drive have the area in
 * which it lies.
 */
public final class CallEvents {

    private static final double AREAS_PER_DEGREE = 200;

    private CallEvents() {}

    /** A new call. */
    public static Event requested(Call call, long version) {
        CallRequested requested =
                CallRequested.newBuilder()
                        .setOrigin(call.order().origin().withoutTexts().toProto())
                        .setFare(call.order().fare().toProto())
                        .setDistanceMeters(call.order().distanceMeters())
                        .build();
        return event("requested", call, head(call, version).setRequested(requested));
    }

    /** A change; one that leaves the state as it was has no event. */
    public static Optional<Event> of(Call before, Call after, long version) {
        if (before.state().equals(after.state())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (after.state()) {
                    case CallState.Commanded s -> assigned(after, s, version);
                    case CallState.General s -> general(before, after, version);
                    case CallState.Requested s -> progressed(after, version);
                    case CallState.Accepted s -> progressed(after, version);
                    case CallState.Arrived s -> progressed(after, version);
                    case CallState.Driving s -> progressed(after, version);
                    case CallState.Completed s -> ended(after, "", version);
                    case CallState.Cancelled s -> ended(after, s.by().name(), version);
                    case CallState.Failed s -> ended(after, s.why().name(), version);
                });
    }

    private static Event assigned(Call call, CallState.Commanded state, long version) {
        CallAssigned assigned =
                CallAssigned.newBuilder()
                        .setCommandId(state.command().commandId())
                        .setEtaSeconds(state.command().etaSeconds())
                        .build();
        return event("assigned", call, head(call, version).setAssigned(assigned));
    }

    /** One that a commission driver gave back is with general dispatch already. */
    private static Event general(Call before, Call after, long version) {
        if (before.path() == after.path()) {
            return progressed(after, version);
        }
        CallSentToGeneral sent = CallSentToGeneral.newBuilder().setReason(after.reason()).build();
        return event("sent-to-general", after, head(after, version).setSentToGeneral(sent));
    }

    private static Event progressed(Call call, long version) {
        CallProgressed.Builder progressed =
                CallProgressed.newBuilder().setPath(CallProtoMapper.path(call.path()));
        if (accepted(call)) {
            call.order()
                    .destination()
                    .position()
                    .ifPresent(place -> progressed.setDestinationArea(area(place).toProto()));
        }
        return event("progressed", call, head(call, version).setProgressed(progressed));
    }

    private static boolean accepted(Call call) {
        boolean bySupporter = call.path() == Call.DispatchPath.SUPPORTERS;
        return switch (call.state()) {
            case CallState.Accepted s -> bySupporter;
            case CallState.Arrived s -> bySupporter;
            case CallState.Driving s -> bySupporter;
            case CallState.Requested s -> false;
            case CallState.Commanded s -> false;
            case CallState.General s -> false;
            case CallState.Completed s -> false;
            case CallState.Cancelled s -> false;
            case CallState.Failed s -> false;
        };
    }

    private static Position area(Position place) {
        return new Position(rounded(place.lat()), rounded(place.lng()));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * AREAS_PER_DEGREE) / AREAS_PER_DEGREE;
    }

    private static Event ended(Call call, String reason, long version) {
        CallEnded ended =
                CallEnded.newBuilder()
                        .setPath(CallProtoMapper.path(call.path()))
                        .setReason(reason)
                        .build();
        return event("ended", call, head(call, version).setEnded(ended));
    }

    private static CallEvent.Builder head(Call call, long version) {
        return CallEvent.newBuilder()
                .setCallId(call.id().value())
                .setProduct(call.order().product())
                .setVersion(version)
                .setEventTime(Timestamps.of(call.since()))
                .setState(CallProtoMapper.state(call.state()))
                .setCustomerId(call.id().value())
                .setDriverId(CallProtoMapper.driver(call.state().assignee()));
    }

    private static Event event(String name, Call call, CallEvent.Builder event) {
        return new Event(
                Topics.CALLS, call.id().value(), "supporters.call." + name + ".v1", event.build());
    }
}

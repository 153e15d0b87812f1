package dev.supporters.activity.abuse;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What became of one command, by its events, which may come in any order and twice. */
final class JudgedCommand {

    private final Map<ActivityEvent.EventCase, Instant> times =
            new EnumMap<>(ActivityEvent.EventCase.class);
    private Optional<CallId> callId = Optional.empty();
    private Optional<Position> origin = Optional.empty();
    private boolean byCustomer;

    void apply(ActivityEvent event) {
        times.put(event.getEventCase(), Timestamps.instant(event.getEventTime()));
        callId = Optional.of(new CallId(event.getCallId()));
        switch (event.getEventCase()) {
            case COMMANDED -> origin = Place.of(event.getCommanded().getOrigin()).position();
            case CANCELLED ->
                    byCustomer =
                            event.getCancelled().getReason()
                                    == CancellationReason.CANCELLATION_REASON_CUSTOMER;
            case ACCEPTED, REFUSED, ARRIVED, PICKED_UP, COMPLETED, EVENT_NOT_SET -> {}
        }
    }

    /** Whether it is known where the customer waited: the topic is read from the command on. */
    boolean isKnown() {
        return origin.isPresent();
    }

    CallId callId() {
        return callId.orElseThrow();
    }

    Position origin() {
        return origin.orElseThrow();
    }

    Instant commanded() {
        return times.get(ActivityEvent.EventCase.COMMANDED);
    }

    Optional<Instant> accepted() {
        return time(ActivityEvent.EventCase.ACCEPTED);
    }

    Optional<Instant> refused() {
        return time(ActivityEvent.EventCase.REFUSED);
    }

    Optional<Instant> arrived() {
        return time(ActivityEvent.EventCase.ARRIVED);
    }

    Optional<Instant> pickedUp() {
        return time(ActivityEvent.EventCase.PICKED_UP);
    }

    Optional<Instant> completed() {
        return time(ActivityEvent.EventCase.COMPLETED);
    }

    Optional<Instant> cancelledByCustomer() {
        return time(ActivityEvent.EventCase.CANCELLED).filter(time -> byCustomer);
    }

    /** When the driver had nothing to do with the call any more; empty: has still. */
    Optional<Instant> over() {
        return refused().or(this::completed).or(() -> time(ActivityEvent.EventCase.CANCELLED));
    }

    private Optional<Instant> time(ActivityEvent.EventCase event) {
        return Optional.ofNullable(times.get(event));
    }
}

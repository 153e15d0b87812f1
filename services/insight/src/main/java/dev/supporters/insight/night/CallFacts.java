package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a call. Its events may come in any order and more than once: what they come to is the same.
 *
 * @param request empty until it is known
 * @param general whether it went to general dispatch
 * @param admitted whether neither region, rollout, window nor zones kept it from supporters
 * @param end empty until it is known
 * @param newest the time of the newest event
 */
public record CallFacts(
        Product product,
        Optional<Request> request,
        boolean general,
        boolean admitted,
        Optional<CallEnd> end,
        Instant newest) {

    /** Reasons of a call's way to general dispatch that say: not here, or not now. */
    private static final Set<String> NOT_ADMITTED =
            Set.of("NO_POLICY", "WINDOW_CLOSED", "ROLLED_OUT_NOT", "OUTSIDE_ZONE");

    public CallFacts {
        requireNonNull(product);
        requireNonNull(request);
        requireNonNull(end);
        requireNonNull(newest);
    }

    /** Where and when it was requested. */
    public record Request(Position origin, Instant time) {}

    /** How it ended. */
    public record CallEnd(boolean completed, boolean bySupporter) {}

    static CallFacts nothing(Product product) {
        return new CallFacts(product, Optional.empty(), false, true, Optional.empty(), Instant.MIN);
    }

    /** With a request; the event's origin must be a position. */
    CallFacts requested(CallEvent event, Position origin) {
        Instant time = Timestamps.instant(event.getEventTime());
        return new CallFacts(
                product,
                Optional.of(new Request(origin, time)),
                general,
                admitted,
                end,
                newest(time));
    }

    CallFacts sentToGeneral(CallEvent event) {
        boolean admits = !NOT_ADMITTED.contains(event.getSentToGeneral().getReason());
        return new CallFacts(
                product,
                request,
                true,
                admitted && admits,
                end,
                newest(Timestamps.instant(event.getEventTime())));
    }

    CallFacts ended(CallEvent event) {
        CallEnd known =
                new CallEnd(
                        event.getState() == CallState.CALL_STATE_COMPLETED,
                        event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS);
        return new CallFacts(
                product,
                request,
                general || event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_GENERAL,
                admitted,
                Optional.of(known),
                newest(Timestamps.instant(event.getEventTime())));
    }

    /** How many facts: the more, the more was read. */
    int count() {
        return (request.isPresent() ? 1 : 0)
                + (general ? 1 : 0)
                + (admitted ? 0 : 1)
                + (end.isPresent() ? 1 : 0);
    }

    private Instant newest(Instant time) {
        return time.isAfter(newest) ? time : newest;
    }
}

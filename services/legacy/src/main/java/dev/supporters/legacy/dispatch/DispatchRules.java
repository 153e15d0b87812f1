package dev.supporters.legacy.dispatch;

import dev.supporters.legacy.dispatch.Conflict.Kind;
import dev.supporters.legacy.dispatch.DispatchState.Arrived;
import dev.supporters.legacy.dispatch.DispatchState.Cancelled;
import dev.supporters.legacy.dispatch.DispatchState.Completed;
import dev.supporters.legacy.dispatch.DispatchState.Offered;
import dev.supporters.legacy.dispatch.DispatchState.PickedUp;
import dev.supporters.legacy.dispatch.DispatchState.Supporters;
import dev.supporters.legacy.dispatch.DispatchState.Taken;
import dev.supporters.legacy.dispatch.DispatchState.Unserved;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who has a call, whoever asks first. Empty results: nothing changes; a {@link Conflict} is thrown. */
final class DispatchRules {

    private DispatchRules() {}

    /** A call is handed over; again and again it is the same call. */
    static Optional<LegacyCall> submit(
            Optional<LegacyCall> current, Submission submission, Instant now) {
        LegacyCall before =
                current.orElseGet(() ->
                        LegacyCall.create(
                                submission.callId(),
                                submission.details(),
                                new Offered(now, ""),
                                now));
        LegacyCall known =
                before.known(submission.registered(), submission.details(), submission.released());
        boolean back =
                known.state() instanceof Supporters s
                        && known.released().contains(s.result().commandId());
        LegacyCall after = back ? known.broadcast(now) : known;
        return current.filter(after::equals).isPresent() ? Optional.empty() : Optional.of(after);
    }

    /** A supporter accepted it: only if no commission driver was faster. */
    static Optional<LegacyCall> result(
            Optional<LegacyCall> current, DispatchResult result, Instant now) {
        LegacyCall call =
                current.orElseGet(() ->
                        LegacyCall.create(
                                result.callId(), Details.UNKNOWN, new Supporters(result), now));
        if (call.released().contains(result.commandId())) {
            return Optional.empty();
        }
        return switch (call.state()) {
            case Offered s -> Optional.of(call.becomes(new Supporters(result)).with(result));
            case Supporters s ->
                    current.isPresent() && s.result().commandId().equals(result.commandId())
                            ? Optional.empty()
                            : Optional.of(call.becomes(new Supporters(result)).with(result));
            case Taken s -> throw new Conflict(Kind.TAKEN);
            case Arrived s -> throw new Conflict(Kind.TAKEN);
            case PickedUp s -> throw new Conflict(Kind.TAKEN);
            case Completed s -> throw new Conflict(Kind.TAKEN);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    /** A commission driver takes it: only if nobody was faster. */
    static Optional<LegacyCall> take(LegacyCall call, String driverId, Instant now) {
        return switch (call.state()) {
            case Offered s ->
                    Optional.of(
                            call.becomes(new Taken(driverId), Report.Step.TAKEN, driverId, now));
            case Taken s -> own(s.driverId(), driverId, Kind.TAKEN);
            case Arrived s -> own(s.driverId(), driverId, Kind.TAKEN);
            case PickedUp s -> own(s.driverId(), driverId, Kind.TAKEN);
            case Supporters s -> throw new Conflict(Kind.SUPPORTERS);
            case Completed s -> throw new Conflict(Kind.ENDED);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    static Optional<LegacyCall> arrive(LegacyCall call, String driverId, Instant now) {
        requireOwn(call, driverId);
        return switch (call.state()) {
            case Taken s ->
                    Optional.of(
                            call.becomes(
                                    new Arrived(driverId), Report.Step.ARRIVED, driverId, now));
            case Arrived s -> Optional.empty();
            case PickedUp s -> Optional.empty();
            case Completed s -> Optional.empty();
            case Offered s -> throw new Conflict(Kind.NOT_YOUR_CALL);
            case Supporters s -> throw new Conflict(Kind.SUPPORTERS);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    /** Also of a driver who forgot to say that they arrived. */
    static Optional<LegacyCall> pickUp(LegacyCall call, String driverId, Instant now) {
        requireOwn(call, driverId);
        return switch (call.state()) {
            case Taken s -> Optional.of(pickedUp(call, driverId, now));
            case Arrived s -> Optional.of(pickedUp(call, driverId, now));
            case PickedUp s -> Optional.empty();
            case Completed s -> Optional.empty();
            case Offered s -> throw new Conflict(Kind.NOT_YOUR_CALL);
            case Supporters s -> throw new Conflict(Kind.SUPPORTERS);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    static Optional<LegacyCall> complete(LegacyCall call, String driverId, Instant now) {
        requireOwn(call, driverId);
        return switch (call.state()) {
            case PickedUp s ->
                    Optional.of(
                            call.becomes(
                                    new Completed(driverId), Report.Step.COMPLETED, driverId, now));
            case Completed s -> Optional.empty();
            case Taken s -> throw new Conflict(Kind.WRONG_STATE);
            case Arrived s -> throw new Conflict(Kind.WRONG_STATE);
            case Offered s -> throw new Conflict(Kind.NOT_YOUR_CALL);
            case Supporters s -> throw new Conflict(Kind.SUPPORTERS);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    /** The driver gives it back, and it is offered again. */
    static Optional<LegacyCall> drop(LegacyCall call, String driverId, Instant now) {
        if (call.state() instanceof Offered s && s.droppedBy().equals(driverId)) {
            return Optional.empty();
        }
        requireOwn(call, driverId);
        return switch (call.state()) {
            case Taken s -> Optional.of(dropped(call, driverId, now));
            case Arrived s -> Optional.of(dropped(call, driverId, now));
            case PickedUp s -> throw new Conflict(Kind.PICKED_UP);
            case Offered s -> throw new Conflict(Kind.NOT_YOUR_CALL);
            case Supporters s -> throw new Conflict(Kind.SUPPORTERS);
            case Completed s -> throw new Conflict(Kind.ENDED);
            case Cancelled s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    /**
     * The customer cancels.
     *
     * @param customerId empty for an operator
     */
    static Optional<LegacyCall> cancel(LegacyCall call, String customerId, Instant now) {
        boolean others =
                !customerId.isEmpty()
                        && call.details().known()
                        && !customerId.equals(call.details().customerId());
        if (others) {
            throw new Conflict(Kind.NOT_YOUR_REQUEST);
        }
        return switch (call.state()) {
            case Offered s -> Optional.of(cancelled(call, now));
            case Taken s -> Optional.of(cancelled(call, now));
            case Arrived s -> Optional.of(cancelled(call, now));
            case Supporters s -> Optional.of(call.becomes(new Cancelled(s.driver())));
            case Cancelled s -> Optional.empty();
            case PickedUp s -> throw new Conflict(Kind.PICKED_UP);
            case Completed s -> throw new Conflict(Kind.ENDED);
            case Unserved s -> throw new Conflict(Kind.ENDED);
        };
    }

    /** Nobody took it for too long. */
    static Optional<LegacyCall> expire(LegacyCall call, Duration patience, Instant now) {
        return call.state() instanceof Offered offered
                        && !now.isBefore(offered.since().plus(patience))
                ? Optional.of(call.becomes(new Unserved(), Report.Step.UNSERVED, "", now))
                : Optional.empty();
    }

    private static LegacyCall pickedUp(LegacyCall call, String driverId, Instant now) {
        return call.becomes(new PickedUp(driverId), Report.Step.PICKED_UP, driverId, now);
    }

    private static LegacyCall dropped(LegacyCall call, String driverId, Instant now) {
        return call.becomes(new Offered(now, driverId), Report.Step.DROPPED, driverId, now);
    }

    private static LegacyCall cancelled(LegacyCall call, Instant now) {
        String driverId = call.state().driver();
        return call.becomes(new Cancelled(driverId), Report.Step.CANCELLED, driverId, now);
    }

    private static Optional<LegacyCall> own(String holder, String driverId, Kind otherwise) {
        if (!holder.equals(driverId)) {
            throw new Conflict(otherwise);
        }
        return Optional.empty();
    }

    private static void requireOwn(LegacyCall call, String driverId) {
        String engaged = call.state().engagedDriver();
        String holder = engaged.isEmpty() ? call.state().driver() : engaged;
        if (!holder.isEmpty() && !holder.equals(driverId)) {
            throw new Conflict(Kind.NOT_YOUR_CALL);
        }
    }
}

package dev.supporters.legacy.dispatch;

import dev.supporters.legacy.dispatch.Conflict.Kind;
import dev.supporters.legacy.dispatch.DispatchState.Arrived;
import dev.supporters.legacy.dispatch.DispatchState.Cancelled;
import dev.supporters.legacy.dispatch.DispatchState.Completed;
import dev.supporters.legacy.dispatch.DispatchState.Driven;
import dev.supporters.legacy.dispatch.DispatchState.Offered;
import dev.supporters.legacy.dispatch.DispatchState.PickedUp;
import dev.supporters.legacy.dispatch.DispatchState.Supporters;
import dev.supporters.legacy.dispatch.DispatchState.Taken;
import dev.supporters.legacy.dispatch.DispatchState.Unserved;
import dev.supporters.legacy.dispatch.Report.Step;

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
            case Supporters s
                    when current.isPresent() && s.result().commandId().equals(result.commandId()) ->
                    Optional.empty();
            case Offered _, Supporters _ ->
                    Optional.of(call.becomes(new Supporters(result)).with(result));
            case Driven _ -> throw new Conflict(Kind.TAKEN);
            case Cancelled _, Unserved _ -> throw new Conflict(Kind.ENDED);
        };
    }

    /** A commission driver takes it: only if nobody was faster. */
    static Optional<LegacyCall> take(LegacyCall call, String driverId, Instant now) {
        return switch (call.state()) {
            case Offered _ -> Optional.of(call.becomes(new Taken(driverId), Step.TAKEN, now));
            case Taken _, Arrived _, PickedUp _ when call.state().driver().equals(driverId) ->
                    Optional.empty();
            case Taken _, Arrived _, PickedUp _ -> throw new Conflict(Kind.TAKEN);
            case Supporters _ -> throw new Conflict(Kind.SUPPORTERS);
            case Completed _, Cancelled _, Unserved _ -> throw new Conflict(Kind.ENDED);
        };
    }

    static Optional<LegacyCall> arrive(LegacyCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case Taken _ -> Optional.of(call.becomes(new Arrived(driverId), Step.ARRIVED, now));
            case Arrived _, PickedUp _, Completed _ -> Optional.empty();
        };
    }

    /** Also of a driver who forgot to say that they arrived. */
    static Optional<LegacyCall> pickUp(LegacyCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case Taken _, Arrived _ ->
                    Optional.of(call.becomes(new PickedUp(driverId), Step.PICKED_UP, now));
            case PickedUp _, Completed _ -> Optional.empty();
        };
    }

    static Optional<LegacyCall> complete(LegacyCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case PickedUp _ ->
                    Optional.of(call.becomes(new Completed(driverId), Step.COMPLETED, now));
            case Completed _ -> Optional.empty();
            case Taken _, Arrived _ -> throw new Conflict(Kind.WRONG_STATE);
        };
    }

    /** The driver gives it back, and it is offered again. */
    static Optional<LegacyCall> drop(LegacyCall call, String driverId, Instant now) {
        if (call.state() instanceof Offered s && s.droppedBy().equals(driverId)) {
            return Optional.empty();
        }
        return switch (own(call, driverId)) {
            case Taken _, Arrived _ ->
                    Optional.of(
                            call.becomes(new Offered(now, driverId), Step.DROPPED, driverId, now));
            case PickedUp _ -> throw new Conflict(Kind.PICKED_UP);
            case Completed _ -> throw new Conflict(Kind.ENDED);
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
        Cancelled cancelled = new Cancelled(call.state().driver());
        return switch (call.state()) {
            case Offered _, Taken _, Arrived _ ->
                    Optional.of(call.becomes(cancelled, Step.CANCELLED, now));
            case Supporters _ -> Optional.of(call.becomes(cancelled));
            case Cancelled _ -> Optional.empty();
            case PickedUp _ -> throw new Conflict(Kind.PICKED_UP);
            case Completed _, Unserved _ -> throw new Conflict(Kind.ENDED);
        };
    }

    /** Nobody took it for too long. */
    static Optional<LegacyCall> expire(LegacyCall call, Duration patience, Instant now) {
        return call.state() instanceof Offered offered
                        && !now.isBefore(offered.since().plus(patience))
                ? Optional.of(call.becomes(new Unserved(), Step.UNSERVED, now))
                : Optional.empty();
    }

    /** Where a call stands that this commission driver has or had. */
    private static Driven own(LegacyCall call, String driverId) {
        String holder = call.state().driver();
        if (!holder.isEmpty() && !holder.equals(driverId)) {
            throw new Conflict(Kind.NOT_YOUR_CALL);
        }
        return switch (call.state()) {
            case Driven driven -> driven;
            case Offered _ -> throw new Conflict(Kind.NOT_YOUR_CALL);
            case Supporters _ -> throw new Conflict(Kind.SUPPORTERS);
            case Cancelled _, Unserved _ -> throw new Conflict(Kind.ENDED);
        };
    }
}

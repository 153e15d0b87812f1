package dev.supporters.legacy.dispatch;

import dev.supporters.legacy.dispatch.DispatchConflict.Kind;
import dev.supporters.legacy.dispatch.GeneralCallState.Arrived;
import dev.supporters.legacy.dispatch.GeneralCallState.Cancelled;
import dev.supporters.legacy.dispatch.GeneralCallState.Completed;
import dev.supporters.legacy.dispatch.GeneralCallState.Driven;
import dev.supporters.legacy.dispatch.GeneralCallState.Offered;
import dev.supporters.legacy.dispatch.GeneralCallState.PickedUp;
import dev.supporters.legacy.dispatch.GeneralCallState.Supporters;
import dev.supporters.legacy.dispatch.GeneralCallState.Taken;
import dev.supporters.legacy.dispatch.GeneralCallState.Unserved;
import dev.supporters.legacy.dispatch.StepReport.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides who gets a call. An empty result means that nothing changes; a {@link DispatchConflict} is thrown where the state forbids the step. */
final class GeneralDispatchRules {

    private GeneralDispatchRules() {}

    /** A call is handed over; again and again it is the same call, and only their number changes. */
    static GeneralCall submit(Optional<GeneralCall> current, Submission submission, Instant now) {
        GeneralCall before =
                current.orElseGet(() ->
                        GeneralCall.create(
                                submission.callId(),
                                submission.details(),
                                new Offered(now, ""),
                                now));
        GeneralCall known =
                before.submitted(
                        submission.registered(), submission.details(), submission.released(), now);
        boolean back =
                known.state() instanceof Supporters s
                        && known.released().contains(s.acceptance().commandId());
        return back ? known.broadcast(now) : known;
    }

    /** A supporter accepted it: only if no commission driver was faster. */
    static Optional<GeneralCall> accept(
            Optional<GeneralCall> current, SupporterAcceptance acceptance, Instant now) {
        GeneralCall call =
                current.orElseGet(() ->
                        GeneralCall.create(
                                acceptance.callId(),
                                CallDetails.UNKNOWN,
                                new Supporters(acceptance),
                                now));
        if (call.released().contains(acceptance.commandId())) {
            return Optional.empty();
        }
        return switch (call.state()) {
            case Supporters s
                    when current.isPresent()
                            && s.acceptance().commandId().equals(acceptance.commandId()) ->
                    Optional.empty();
            case Offered _, Supporters _ ->
                    Optional.of(call.becomes(new Supporters(acceptance)).with(acceptance));
            case Driven _ -> throw new DispatchConflict(Kind.TAKEN);
            case Cancelled _, Unserved _ -> throw new DispatchConflict(Kind.ENDED);
        };
    }

    /** A commission driver takes it: only if nobody was faster. */
    static Optional<GeneralCall> take(GeneralCall call, String driverId, Instant now) {
        return switch (call.state()) {
            case Offered _ -> Optional.of(call.becomes(new Taken(driverId), Step.TAKEN, now));
            case Taken _, Arrived _, PickedUp _ when call.state().driver().equals(driverId) ->
                    Optional.empty();
            case Taken _, Arrived _, PickedUp _ -> throw new DispatchConflict(Kind.TAKEN);
            case Supporters _ -> throw new DispatchConflict(Kind.SUPPORTERS);
            case Completed _, Cancelled _, Unserved _ -> throw new DispatchConflict(Kind.ENDED);
        };
    }

    static Optional<GeneralCall> arrive(GeneralCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case Taken _ -> Optional.of(call.becomes(new Arrived(driverId), Step.ARRIVED, now));
            case Arrived _, PickedUp _, Completed _ -> Optional.empty();
        };
    }

    /** Also of a driver who forgot to say that they arrived. */
    static Optional<GeneralCall> pickUp(GeneralCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case Taken _, Arrived _ ->
                    Optional.of(call.becomes(new PickedUp(driverId), Step.PICKED_UP, now));
            case PickedUp _, Completed _ -> Optional.empty();
        };
    }

    static Optional<GeneralCall> complete(GeneralCall call, String driverId, Instant now) {
        return switch (own(call, driverId)) {
            case PickedUp _ ->
                    Optional.of(call.becomes(new Completed(driverId), Step.COMPLETED, now));
            case Completed _ -> Optional.empty();
            case Taken _, Arrived _ -> throw new DispatchConflict(Kind.WRONG_STATE);
        };
    }

    /** The driver gives it back, and it is offered again. */
    static Optional<GeneralCall> drop(GeneralCall call, String driverId, Instant now) {
        if (call.state() instanceof Offered s && s.droppedBy().equals(driverId)) {
            return Optional.empty();
        }
        return switch (own(call, driverId)) {
            case Taken _, Arrived _ ->
                    Optional.of(
                            call.becomes(new Offered(now, driverId), Step.DROPPED, driverId, now));
            case PickedUp _ -> throw new DispatchConflict(Kind.PICKED_UP);
            case Completed _ -> throw new DispatchConflict(Kind.ENDED);
        };
    }

    /**
     * The customer cancels.
     *
     * @param customerId empty for an operator
     */
    static Optional<GeneralCall> cancel(GeneralCall call, String customerId, Instant now) {
        boolean others =
                !customerId.isEmpty()
                        && call.details().known()
                        && !customerId.equals(call.details().customerId());
        if (others) {
            throw new DispatchConflict(Kind.NOT_YOUR_REQUEST);
        }
        Cancelled cancelled = new Cancelled(call.state().driver());
        return switch (call.state()) {
            case Offered _, Taken _, Arrived _ ->
                    Optional.of(call.becomes(cancelled, Step.CANCELLED, now));
            case Supporters _ -> Optional.of(call.becomes(cancelled));
            case Cancelled _ -> Optional.empty();
            case PickedUp _ -> throw new DispatchConflict(Kind.PICKED_UP);
            case Completed _, Unserved _ -> throw new DispatchConflict(Kind.ENDED);
        };
    }

    /** Nobody took it for too long. */
    static Optional<GeneralCall> expire(GeneralCall call, Duration unservedAfter, Instant now) {
        return call.state() instanceof Offered offered
                        && !now.isBefore(offered.since().plus(unservedAfter))
                ? Optional.of(call.becomes(new Unserved(), Step.UNSERVED, now))
                : Optional.empty();
    }

    /** The state of a call that this commission driver has or had. */
    private static Driven own(GeneralCall call, String driverId) {
        String holder = call.state().driver();
        if (!holder.isEmpty() && !holder.equals(driverId)) {
            throw new DispatchConflict(Kind.NOT_YOUR_CALL);
        }
        return switch (call.state()) {
            case Driven driven -> driven;
            case Offered _ -> throw new DispatchConflict(Kind.NOT_YOUR_CALL);
            case Supporters _ -> throw new DispatchConflict(Kind.SUPPORTERS);
            case Cancelled _, Unserved _ -> throw new DispatchConflict(Kind.ENDED);
        };
    }
}

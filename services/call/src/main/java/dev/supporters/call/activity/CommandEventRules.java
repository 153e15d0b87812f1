package dev.supporters.call.activity;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.Nobody;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failure;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.DispatchReasons;
import dev.supporters.call.path.PathRules;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a call becomes by commander's events. They may come twice, late, or in the wrong order: only those of the call's own command
 * count, those of a past command never, and no state goes back. A command that the call does not know is adopted if the call has
 * nobody else, unless it has heard of that command's end: what comes after the end is late. If the call has another command, one of the
 * two has ended without its knowing: commander is asked.
 */
final class CommandEventRules {

    private CommandEventRules() {}

    /** What an event needs besides the change of the call. */
    enum Reaction {
        NOTHING,
        /** The command's call has gone another way: commander must free the driver. */
        WITHDRAW,
        /** There are two commands: commander must say what became of them. */
        ASK,
        /** The call waits for a path. */
        DISPATCH
    }

    /** What the call becomes; empty if the event says nothing new. */
    static Optional<Call> apply(Call call, CommandEvent event) {
        boolean own = call.commandId().equals(event.commandId());
        if (call.state().ended() || call.hadCommand(event.commandId())) {
            return Optional.empty();
        }
        if (!own && !adoptable(call, event.kind())) {
            return endsWithoutDrive(event.kind()) || (drove(event.kind()) && !rival(call, event))
                    ? Optional.of(call.withoutCommand(event.commandId()))
                    : Optional.empty();
        }
        return switch (event.kind()) {
            case CommandEvent.Commanded h ->
                    own
                            ? Optional.empty()
                            : Optional.of(call.commanded(event.command(), event.time()));
            case CommandEvent.Accepted h -> forward(call, event, 1, Accepted::new);
            case CommandEvent.Arrived h -> forward(call, event, 2, Arrived::new);
            case CommandEvent.PickedUp h -> forward(call, event, 3, Driving::new);
            case CommandEvent.Completed h ->
                    forward(call, event, 4, ride -> new Completed(ride, event.time()));
            case CommandEvent.Refused h ->
                    progress(call) < 1
                            ? Optional.of(refused(call, event, h.consequence()))
                            : Optional.empty();
            case CommandEvent.Cancelled h ->
                    progress(call) < 3 ? Optional.of(cancelled(call, event, h)) : Optional.empty();
        };
    }

    /** All that commander knows of a call's commands, in its order; empty if it says nothing new. */
    static Optional<Call> applyAll(Call call, List<CommandEvent> events) {
        Call next = call;
        for (CommandEvent event : events) {
            next = apply(next, event).orElse(next);
        }
        return next.equals(call) ? Optional.empty() : Optional.of(next);
    }

    /** What else is to be done, now that the call is as it is. Doing it twice is harmless. */
    static Reaction reaction(Call call, CommandEvent event) {
        if (rival(call, event) && !endsWithoutDrive(event.kind())) {
            return Reaction.ASK;
        }
        return switch (event.kind()) {
            case CommandEvent.Commanded h -> withdrawIfObsolete(call, event);
            case CommandEvent.Accepted h -> withdrawIfObsolete(call, event);
            case CommandEvent.Arrived h -> withdrawIfObsolete(call, event);
            case CommandEvent.Refused h ->
                    call.state() instanceof Requested ? Reaction.DISPATCH : Reaction.NOTHING;
            case CommandEvent.PickedUp h -> Reaction.NOTHING;
            case CommandEvent.Completed h -> Reaction.NOTHING;
            case CommandEvent.Cancelled h -> Reaction.NOTHING;
        };
    }

    private static Reaction withdrawIfObsolete(Call call, CommandEvent event) {
        return PathRules.obsolete(call, event.commandId()) ? Reaction.WITHDRAW : Reaction.NOTHING;
    }

    /**
     * A call without a path adopts any command. One on general dispatch without a driver adopts a command only once it has been
     * accepted: the legacy system decides then between the supporter and its own drivers.
     */
    private static boolean adoptable(Call call, CommandEvent.Kind kind) {
        if (call.state() instanceof Requested) {
            return true;
        }
        return call.state() instanceof General
                && switch (kind) {
                    case CommandEvent.Accepted h -> true;
                    case CommandEvent.Arrived h -> true;
                    case CommandEvent.PickedUp h -> true;
                    case CommandEvent.Completed h -> true;
                    case CommandEvent.Commanded h -> false;
                    case CommandEvent.Refused h -> false;
                    case CommandEvent.Cancelled h -> false;
                };
    }

    /** Whether it tells of a command of which the call knows nothing, while it has another one. */
    private static boolean rival(Call call, CommandEvent event) {
        return !call.state().ended()
                && !call.commandId().isEmpty()
                && !call.commandId().equals(event.commandId())
                && !call.hadCommand(event.commandId());
    }

    private static boolean endsWithoutDrive(CommandEvent.Kind kind) {
        return kind instanceof CommandEvent.Refused || kind instanceof CommandEvent.Cancelled;
    }

    private static boolean drove(CommandEvent.Kind kind) {
        return kind instanceof CommandEvent.Completed;
    }

    private static Optional<Call> forward(
            Call call, CommandEvent event, int step, Function<Ride, CallState> to) {
        if (progress(call) >= step) {
            return Optional.empty();
        }
        return Optional.of(call.supporters(to.apply(ride(call, event)), event.time()));
    }

    private static Ride ride(Call call, CommandEvent event) {
        return switch (call.state().assignee()) {
            case Ride ride -> ride;
            case Command command -> new SupporterRide(command, event.time());
            case Nobody n -> new SupporterRide(event.command(), event.time());
        };
    }

    private static Call refused(Call call, CommandEvent event, RefusalConsequence consequence) {
        Call without = engaged(call, event).withoutCommand(event.commandId());
        return switch (consequence) {
            case REFUSAL_CONSEQUENCE_NEXT_SUPPORTER ->
                    without.requestedAgain(event.driverId(), event.time());
            case REFUSAL_CONSEQUENCE_FAIL -> without.failed(Failure.REFUSED, event.time());
            case REFUSAL_CONSEQUENCE_GENERAL, REFUSAL_CONSEQUENCE_UNSPECIFIED, UNRECOGNIZED ->
                    without.general(DispatchReasons.REFUSED, event.time());
        };
    }

    private static Call cancelled(Call call, CommandEvent event, CommandEvent.Cancelled cancelled) {
        return switch (cancelled.reason()) {
            case CANCELLATION_REASON_CUSTOMER ->
                    engaged(call, event).cancelled(Canceller.CUSTOMER, event.time());
            case CANCELLATION_REASON_OPERATOR ->
                    engaged(call, event).cancelled(Canceller.OPERATOR, event.time());
            case CANCELLATION_REASON_DRIVER -> lost(call, event, DispatchReasons.REFUSED);
            case CANCELLATION_REASON_WITHDRAWN, CANCELLATION_REASON_UNSPECIFIED, UNRECOGNIZED ->
                    lost(call, event, DispatchReasons.CALL_CLOSED);
        };
    }

    /** A call that still waits for its path goes on waiting; whoever closed it to assignments finds it the path. */
    private static Call lost(Call call, CommandEvent event, String reason) {
        Call without = call.withoutCommand(event.commandId());
        return call.state() instanceof Requested ? without : without.general(reason, event.time());
    }

    private static Call engaged(Call call, CommandEvent event) {
        return call.state() instanceof Requested
                ? call.commanded(event.command(), event.time())
                : call;
    }

    /** How far a supporter has come with the call. */
    private static int progress(Call call) {
        return switch (call.state()) {
            case Requested s -> -1;
            case General s -> -1;
            case Commanded s -> 0;
            case Accepted s -> ofSupporter(call, 1);
            case Arrived s -> ofSupporter(call, 2);
            case Driving s -> ofSupporter(call, 3);
            case Completed s -> 4;
            case CallState.Cancelled s -> 4;
            case CallState.Failed s -> 4;
        };
    }

    private static int ofSupporter(Call call, int progress) {
        return call.path() == DispatchPath.SUPPORTERS ? progress : 4;
    }
}

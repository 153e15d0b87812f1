package dev.supporters.call.activity;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.Nobody;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.Canceller;
import dev.supporters.call.life.Failure;
import dev.supporters.call.life.Path;
import dev.supporters.call.life.Reasons;
import dev.supporters.call.path.PathRules;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.util.Optional;
import java.util.function.Function;

/**
 * What commander's events make of a call. They may come twice, late, or in the wrong order: only those of the call's own command
 * count, a past command's never, and nothing goes backwards. A command that the call does not know is adopted where the call has
 * nobody else.
 */
final class ActivityRules {

    private ActivityRules() {}

    /** What the call becomes; empty if the event says nothing new. */
    static Optional<Call> apply(Call call, Activity activity) {
        boolean own = call.commandId().equals(activity.commandId());
        if (call.state().ended() || call.hadCommand(activity.commandId())) {
            return Optional.empty();
        }
        if (!own && !adoptable(call, activity.happening())) {
            return Optional.empty();
        }
        return switch (activity.happening()) {
            case Happening.Commanded h ->
                    own
                            ? Optional.empty()
                            : Optional.of(call.commanded(activity.command(), activity.time()));
            case Happening.Accepted h -> forward(call, activity, 1, ride -> new Accepted(ride));
            case Happening.Arrived h -> forward(call, activity, 2, ride -> new Arrived(ride));
            case Happening.PickedUp h -> forward(call, activity, 3, ride -> new Driving(ride));
            case Happening.Completed h ->
                    forward(call, activity, 4, ride -> new Completed(ride, activity.time()));
            case Happening.Refused h ->
                    progress(call) < 1
                            ? Optional.of(refused(call, activity, h.consequence()))
                            : Optional.empty();
            case Happening.Cancelled h ->
                    progress(call) < 3
                            ? Optional.of(cancelled(call, activity, h))
                            : Optional.empty();
        };
    }

    /** What is to be done beside, once the call stands like this. Doing it twice is harmless. */
    static FollowUp followUp(Call call, Activity activity) {
        return switch (activity.happening()) {
            case Happening.Commanded h -> withdrawIfStranded(call, activity);
            case Happening.Accepted h -> withdrawIfStranded(call, activity);
            case Happening.Arrived h -> withdrawIfStranded(call, activity);
            case Happening.Refused h ->
                    call.state() instanceof Requested ? FollowUp.FIND_PATH : FollowUp.NOTHING;
            case Happening.PickedUp h -> FollowUp.NOTHING;
            case Happening.Completed h -> FollowUp.NOTHING;
            case Happening.Cancelled h -> FollowUp.NOTHING;
        };
    }

    private static FollowUp withdrawIfStranded(Call call, Activity activity) {
        return PathRules.stranded(call, activity.commandId())
                ? FollowUp.WITHDRAW
                : FollowUp.NOTHING;
    }

    /**
     * A call without a path adopts any command. One on general dispatch without a driver adopts a command only once it has been
     * accepted: the legacy system decides then between the supporter and its own drivers.
     */
    private static boolean adoptable(Call call, Happening happening) {
        if (call.state() instanceof Requested) {
            return true;
        }
        return call.state() instanceof General
                && switch (happening) {
                    case Happening.Accepted h -> true;
                    case Happening.Arrived h -> true;
                    case Happening.PickedUp h -> true;
                    case Happening.Completed h -> true;
                    case Happening.Commanded h -> false;
                    case Happening.Refused h -> false;
                    case Happening.Cancelled h -> false;
                };
    }

    private static Optional<Call> forward(
            Call call, Activity activity, int step, Function<Ride, CallState> to) {
        if (progress(call) >= step) {
            return Optional.empty();
        }
        return Optional.of(call.supporters(to.apply(ride(call, activity)), activity.time()));
    }

    private static Ride ride(Call call, Activity activity) {
        return switch (call.state().assignee()) {
            case Ride ride -> ride;
            case Command command -> new SupporterRide(command, activity.time());
            case Nobody n -> new SupporterRide(activity.command(), activity.time());
        };
    }

    private static Call refused(Call call, Activity activity, RefusalConsequence consequence) {
        Call without = engaged(call, activity).without(activity.commandId());
        return switch (consequence) {
            case REFUSAL_CONSEQUENCE_NEXT_SUPPORTER ->
                    without.again(activity.driverId(), activity.time());
            case REFUSAL_CONSEQUENCE_FAIL -> without.failed(Failure.REFUSED, activity.time());
            case REFUSAL_CONSEQUENCE_GENERAL, REFUSAL_CONSEQUENCE_UNSPECIFIED, UNRECOGNIZED ->
                    without.general(Reasons.REFUSED, activity.time());
        };
    }

    private static Call cancelled(Call call, Activity activity, Happening.Cancelled cancelled) {
        return switch (cancelled.reason()) {
            case CANCELLATION_REASON_CUSTOMER ->
                    engaged(call, activity).cancelled(Canceller.CUSTOMER, activity.time());
            case CANCELLATION_REASON_OPERATOR ->
                    engaged(call, activity).cancelled(Canceller.OPERATOR, activity.time());
            case CANCELLATION_REASON_DRIVER -> lost(call, activity, Reasons.REFUSED);
            case CANCELLATION_REASON_WITHDRAWN, CANCELLATION_REASON_UNSPECIFIED, UNRECOGNIZED ->
                    lost(call, activity, Reasons.CALL_CLOSED);
        };
    }

    /** A call that still waits for its path goes on waiting; whoever closed it to assignments finds it the path. */
    private static Call lost(Call call, Activity activity, String reason) {
        Call without = call.without(activity.commandId());
        return call.state() instanceof Requested
                ? without
                : without.general(reason, activity.time());
    }

    private static Call engaged(Call call, Activity activity) {
        return call.state() instanceof Requested
                ? call.commanded(activity.command(), activity.time())
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
        return call.path() == Path.SUPPORTERS ? progress : 4;
    }
}

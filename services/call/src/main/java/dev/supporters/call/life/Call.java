package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Failure;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Hold;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A call: what was asked for, and how far it has come.
 *
 * @param reason why it is on its path, one of {@link DispatchReasons}; empty until a path was chosen
 * @param tags what routing saw
 * @param pastCommands commands that it had and no longer has: later events of theirs are ignored
 * @param excludedDrivers supporters who refused it
 * @param since when it came to its state
 * @param followUps what others must be told because of what it became
 */
public record Call(
        CallOrder order,
        CallState state,
        DispatchPath path,
        String reason,
        List<String> tags,
        List<String> pastCommands,
        List<DriverId> excludedDrivers,
        Instant since,
        FollowUps followUps) {

    public Call {
        requireNonNull(order);
        requireNonNull(state);
        requireNonNull(path);
        requireNonNull(reason);
        tags = List.copyOf(tags);
        pastCommands = List.copyOf(pastCommands);
        excludedDrivers = List.copyOf(excludedDrivers);
        requireNonNull(since);
        requireNonNull(followUps);
    }

    /** On which path a call finds its driver. */
    public enum DispatchPath {
        UNDECIDED,
        SUPPORTERS,
        GENERAL
    }

    /** A new call. */
    public static Call requested(CallOrder order) {
        return new Call(
                order,
                new Requested(),
                DispatchPath.UNDECIDED,
                "",
                List.of(),
                List.of(),
                List.of(),
                order.createTime(),
                FollowUps.NONE);
    }

    public CallId id() {
        return order.callId();
    }

    /** Its command's id, also after its end; empty if it has none. */
    public String commandId() {
        return state.assignee().commandGiven().map(Command::commandId).orElse("");
    }

    public boolean hadCommand(String commandId) {
        return pastCommands.contains(commandId);
    }

    /** In another state, on the same path. */
    public Call becomes(CallState next, Instant time) {
        return new Call(
                order, next, path, reason, tags, pastCommands, excludedDrivers, time, followUps);
    }

    /** On the supporters' path, in one of its states. */
    public Call supporters(CallState next, Instant time) {
        return new Call(
                order,
                next,
                DispatchPath.SUPPORTERS,
                DispatchReasons.ASSIGNED,
                tags,
                pastCommands,
                excludedDrivers,
                time,
                followUps);
    }

    public Call commanded(Command command, Instant time) {
        return supporters(new Commanded(command), time);
    }

    /** The wait for a supporter, if the call is held. */
    public Optional<Hold> hold() {
        return state instanceof Requested requested ? requested.hold() : Optional.empty();
    }

    /** Without a path, waiting for a supporter; one that waits already goes on. */
    public Call held(Instant until, Instant time) {
        Hold hold = new Hold(hold().map(Hold::since).orElse(time), until);
        return new Call(
                order,
                new Requested(Optional.of(hold)),
                path,
                reason,
                tags,
                pastCommands,
                excludedDrivers,
                hold.since(),
                followUps);
    }

    /** To general dispatch: the legacy system must get it, unless it was there already. */
    public Call general(String why, Instant time) {
        Call general =
                new Call(
                        order,
                        new General(),
                        DispatchPath.GENERAL,
                        why,
                        tags,
                        pastCommands,
                        excludedDrivers,
                        time,
                        followUps);
        return path == DispatchPath.GENERAL ? general : general.handedOver(time);
    }

    /** The legacy system must get it. */
    public Call handedOver(Instant time) {
        return with(followUps.without(Kind.TAKE_BACK).with(FollowUp.pending(Kind.HAND_OVER, time)));
    }

    /** Waiting for a path again, without the supporter who refused. */
    public Call requestedAgain(DriverId refusedBy, Instant time) {
        return new Call(
                order,
                new Requested(),
                DispatchPath.UNDECIDED,
                "",
                tags,
                pastCommands,
                plus(excludedDrivers, refusedBy),
                time,
                followUps);
    }

    public Call tagged(List<String> seen) {
        return new Call(
                order, state, path, reason, seen, pastCommands, excludedDrivers, since, followUps);
    }

    /** From now on the command is a past one. */
    public Call withoutCommand(String commandId) {
        return new Call(
                order,
                state,
                path,
                reason,
                tags,
                plus(pastCommands, commandId),
                excludedDrivers,
                since,
                followUps);
    }

    public Call failed(Failure why, Instant time) {
        String because = why == Failure.REFUSED ? DispatchReasons.REFUSED : reason;
        Call failed =
                new Call(
                        order,
                        new CallState.Failed(state.assignee(), why, time),
                        path,
                        because,
                        tags,
                        pastCommands,
                        excludedDrivers,
                        time,
                        followUps);
        return path == DispatchPath.GENERAL ? failed : failed.takenBack(time);
    }

    public Call cancelled(Canceller by, Instant time) {
        return becomes(new CallState.Cancelled(state.assignee(), by, time), time).takenBack(time);
    }

    /** The legacy system must not offer it: it may have the call, as the gateway hands calls over, too. */
    public Call takenBack(Instant time) {
        return with(followUps.without(Kind.HAND_OVER).with(FollowUp.pending(Kind.TAKE_BACK, time)));
    }

    /** Commander has not been told yet that the call goes another way. */
    public Call notClosed(Instant time) {
        return with(followUps.with(FollowUp.pending(Kind.CLOSE, time)));
    }

    /** The other part has taken the follow-up, if there is one. */
    public Call acknowledged(Kind kind, Instant time) {
        return followUps.find(kind).isPresent()
                ? with(followUps.with(new FollowUp(kind, new FollowUp.Acknowledged(time))))
                : this;
    }

    /** Whether it has ended, and nobody needs to know anything more of it. */
    public boolean settled() {
        return state.ended() && followUps.allAcknowledged();
    }

    /** Without its customer, and without the tags, which may be hers; the rest of it stays. */
    public Call erased(String pseudonym, UnaryOperator<Place> rough) {
        return new Call(
                order.erased(pseudonym, rough),
                state,
                path,
                reason,
                List.of(),
                pastCommands,
                excludedDrivers,
                since,
                followUps);
    }

    public Call with(FollowUps next) {
        return new Call(
                order, state, path, reason, tags, pastCommands, excludedDrivers, since, next);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        if (list.contains(element)) {
            return list;
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}

package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A call: what was asked for, and how far it has come.
 *
 * @param reason why it is on its path; empty until one was chosen
 * @param tags what routing saw
 * @param pastCommands commands that it had and has no more: what they tell later counts no more
 * @param excludedDrivers supporters who refused it
 * @param since when it came to its state
 */
public record Call(
        Order order,
        CallState state,
        Path path,
        String reason,
        List<String> tags,
        List<String> pastCommands,
        List<String> excludedDrivers,
        Instant since) {

    public Call {
        requireNonNull(order);
        requireNonNull(state);
        requireNonNull(path);
        requireNonNull(reason);
        tags = List.copyOf(tags);
        pastCommands = List.copyOf(pastCommands);
        excludedDrivers = List.copyOf(excludedDrivers);
        requireNonNull(since);
    }

    /** A new call. */
    public static Call requested(Order order) {
        return new Call(
                order,
                new Requested(),
                Path.UNDECIDED,
                "",
                List.of(),
                List.of(),
                List.of(),
                order.createTime());
    }

    public String id() {
        return order.callId();
    }

    /** Its command, also after its end; empty if none. */
    public String commandId() {
        return state.assignee().commandOfIt();
    }

    public boolean hadCommand(String commandId) {
        return pastCommands.contains(commandId);
    }

    public Call becomes(CallState next, Instant time) {
        return new Call(order, next, path, reason, tags, pastCommands, excludedDrivers, time);
    }

    /** On the supporters' path, in one of its states. */
    public Call supporters(CallState next, Instant time) {
        return new Call(
                order,
                next,
                Path.SUPPORTERS,
                Reasons.ASSIGNED,
                tags,
                pastCommands,
                excludedDrivers,
                time);
    }

    public Call commanded(Command command, Instant time) {
        return supporters(new Commanded(command), time);
    }

    public Call general(String why, Instant time) {
        return general(new General(), why, time);
    }

    /** On general dispatch, in one of its states. */
    public Call general(CallState next, String why, Instant time) {
        return new Call(order, next, Path.GENERAL, why, tags, pastCommands, excludedDrivers, time);
    }

    /** Waiting for a path again, without the supporter who refused. */
    public Call again(String refusedBy, Instant time) {
        return new Call(
                order,
                new Requested(),
                Path.UNDECIDED,
                "",
                tags,
                pastCommands,
                plus(excludedDrivers, refusedBy),
                time);
    }

    public Call tagged(List<String> seen) {
        return new Call(order, state, path, reason, seen, pastCommands, excludedDrivers, since);
    }

    /** From now on the command is a past one. */
    public Call without(String commandId) {
        return new Call(
                order,
                state,
                path,
                reason,
                tags,
                plus(pastCommands, commandId),
                excludedDrivers,
                since);
    }

    public Call failed(Failure why, Instant time) {
        String because = why == Failure.REFUSED ? Reasons.REFUSED : reason;
        return new Call(
                order,
                new CallState.Failed(state.assignee(), why, time),
                path,
                because,
                tags,
                pastCommands,
                excludedDrivers,
                time);
    }

    public Call cancelled(Canceller by, Instant time) {
        return becomes(new CallState.Cancelled(state.assignee(), by, time), time);
    }

    private static List<String> plus(List<String> list, String element) {
        if (list.contains(element)) {
            return list;
        }
        List<String> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}

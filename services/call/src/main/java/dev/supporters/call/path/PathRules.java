package dev.supporters.call.path;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.call.path.PathDecision.Held;
import dev.supporters.call.path.PathDecision.ToGeneral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a call gets its path. */
public final class PathRules {

    private PathRules() {}

    /** Only a call that has no path yet takes one. */
    static Optional<Call> take(Call call, PathDecision decision, Instant now) {
        return switch (decision) {
            case Assigned a -> assigned(call, a, now);
            case Held h -> held(call, h, now);
            case ToGeneral g -> general(call, g, now);
        };
    }

    /** Whether commander has given a command for a call that went another way meanwhile. */
    public static boolean obsolete(Call call, String commandId) {
        if (call.commandId().equals(commandId) || call.hadCommand(commandId)) {
            return false;
        }
        return switch (call.state()) {
            case CallState.Requested s -> false;
            // another live command: taking "the call's driver" away would hit that one
            case CallState.Commanded s -> false;
            case CallState.General s -> true;
            case CallState.Accepted s -> call.commandId().isEmpty();
            case CallState.Arrived s -> call.commandId().isEmpty();
            case CallState.Driving s -> call.commandId().isEmpty();
            case CallState.Completed s -> true;
            case CallState.Cancelled s -> true;
            case CallState.Failed s -> true;
        };
    }

    /** Asked by commander before a command is accepted; a call without a path becomes this command's. */
    static Optional<Call> confirm(Call call, Command command, Instant now) {
        return call.state() instanceof Requested && !call.hadCommand(command.commandId())
                ? Optional.of(call.commanded(command, now))
                : Optional.empty();
    }

    static boolean confirmed(Call call, String commandId) {
        if (commandId.isEmpty() || !call.commandId().equals(commandId)) {
            return false;
        }
        return switch (call.state()) {
            case CallState.Commanded s -> true;
            case CallState.Accepted s -> true;
            case CallState.Arrived s -> true;
            case CallState.Driving s -> true;
            case CallState.Completed s -> true;
            case CallState.Requested s -> false;
            case CallState.General s -> false;
            case CallState.Cancelled s -> false;
            case CallState.Failed s -> false;
        };
    }

    private static Optional<Call> assigned(Call call, Assigned assigned, Instant now) {
        String commandId = assigned.command().commandId();
        if (call.hadCommand(commandId)) {
            return Optional.empty();
        }
        if (call.state() instanceof Requested) {
            return Optional.of(
                    call.commanded(assigned.command(), now).tagged(seen(call, assigned.tags())));
        }
        // commander's event was faster than routing's answer: only the tags are new
        boolean isNew = !assigned.tags().isEmpty() && !assigned.tags().equals(call.tags());
        return call.commandId().equals(commandId) && isNew
                ? Optional.of(call.tagged(assigned.tags()))
                : Optional.empty();
    }

    /** A call that waits already goes on without a change. */
    private static Optional<Call> held(Call call, Held held, Instant now) {
        return call.state() instanceof Requested && call.hold().isEmpty()
                ? Optional.of(call.held(held.until(), now).tagged(seen(call, held.tags())))
                : Optional.empty();
    }

    private static Optional<Call> general(Call call, ToGeneral general, Instant now) {
        if (!(call.state() instanceof Requested)) {
            return Optional.empty();
        }
        Call next = call.general(general.reason(), now).tagged(seen(call, general.tags()));
        return Optional.of(general.closed() ? next : next.notClosed(now));
    }

    private static List<String> seen(Call call, List<String> tags) {
        return tags.isEmpty() ? call.tags() : tags;
    }
}

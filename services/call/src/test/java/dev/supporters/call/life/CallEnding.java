package dev.supporters.call.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.life.CallNeighbours.Routing;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lets everybody hear of everything that was not lost, and sweeps find what waits, until nothing changes any more. The driver of a live command arrives. */
final class CallEnding {

    private CallEnding() {}

    static CallModelState of(CallModelState state) {
        CallModelState before = state;
        while (true) {
            CallModelState next = round(before);
            if (next.toString().equals(before.toString())) {
                return next;
            }
            before = next;
        }
    }

    private static CallModelState round(CallModelState state) {
        CallModelState next = heard(state);
        if (next.commander().live(CommandEvent.Commanded.class)) {
            next = heard(after(next, CallRun::accept)); // silence does
        }
        if (next.commander().live(CommandEvent.Accepted.class)) {
            next = heard(after(next, CallEnding::arrives));
        }
        return next;
    }

    private static void arrives(CallRun run) {
        String done = run.driver(CommandEvent.Accepted.class, new CommandEvent.Arrived());
        assertThat(done).isEqualTo("done");
    }

    private static CallModelState heard(CallModelState state) {
        CallModelState next = state;
        for (String commandId : next.commandIds()) {
            for (int place = next.heard(commandId);
                    place < next.commander().of(commandId).size();
                    place++) {
                int now = place;
                next = after(next, run -> run.hear(commandId, now, Routing.FAILS));
            }
        }
        for (int place = next.heard(CallRun.LEGACY);
                place < next.legacy().steps().size();
                place++) {
            int now = place;
            next = after(next, run -> run.report(now, true));
        }
        if (is(next, call -> call.state() instanceof CallState.Requested)) {
            next = after(next, run -> run.holdEnds(true));
            next = after(next, run -> run.recover(true));
        }
        if (is(next, call -> call.followUps().due().isPresent())) {
            next = after(next, CallRun::followUp);
        }
        return is(next, call -> !call.state().ended()) ? after(next, CallRun::reconcile) : next;
    }

    private static boolean is(CallModelState state, Predicate<Call> condition) {
        return state.call().filter(condition).isPresent();
    }

    private static CallModelState after(CallModelState state, Consumer<CallRun> what) {
        CallRun run = new CallRun(state);
        what.accept(run);
        return run.stored();
    }
}

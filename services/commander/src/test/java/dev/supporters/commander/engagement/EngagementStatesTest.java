package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.shiftEvent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.engagement.EngagementRun.CallSays;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.states.Operations;
import dev.supporters.testkit.states.Operations.Operation;
import dev.supporters.testkit.states.StateExplorer;
import dev.supporters.testkit.states.StateExplorer.Explored;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * All states that drivers, calls, timers and shifts can bring slots to, in every order: what both doors ask may come late, twice, or in the
 * middle of something else.
 */
class EngagementStatesTest {

    private static final String ONE = "1";
    private static final String TWO = "2";
    private static final String CALL = "100";
    private static final String OTHER_CALL = "200";

    @Test
    void oneDriverAndOneCallThroughAWholeShift() {
        explore(new Model(List.of(ONE), List.of(CALL), 1, true), 965, 103_908);
    }

    @Test
    void twoDriversAndOneCall() {
        explore(new Model(List.of(ONE, TWO), List.of(CALL), 2, false), 1_576, 139_887);
    }

    @Test
    void oneDriverAndTwoCalls() {
        explore(new Model(List.of(ONE), List.of(CALL, OTHER_CALL), 2, false), 992, 70_108);
    }

    /** Fewer states than expected would mean that something does not happen any more; more of them have to be understood, too. */
    private static void explore(Model model, int states, long steps) {
        Explored explored = model.explore();
        System.out.println("engagement: " + explored);

        assertThat(explored.states()).as("states").isEqualTo(states);
        assertThat(explored.steps()).as("steps").isEqualTo(steps);
    }

    /**
     * What can happen.
     *
     * @param mostCommands as many are given at most, so that there is an end
     * @param wholeShift whether the shifts go through all their steps, and the window ends; otherwise they have begun at first
     */
    private record Model(
            List<String> drivers, List<String> calls, int mostCommands, boolean wholeShift) {

        Explored explore() {
            var operations = new Operations<>(EngagementRun::new, EngagementState::toString, true);
            var explorer =
                    new StateExplorer<EngagementState>(
                            EngagementState::toString,
                            state -> operations.actions(state, possible(state)),
                            EngagementInvariants.ALL);
            return explorer.explore(first());
        }

        private EngagementState first() {
            EngagementState first = EngagementState.first();
            for (String driver : drivers) {
                if (!wholeShift) {
                    var run = new EngagementRun(first);
                    run.apply(begun(driver));
                    first = run.stored();
                }
            }
            return first;
        }

        private List<Operation<EngagementRun>> possible(EngagementState state) {
            var all = new ArrayList<Operation<EngagementRun>>();
            if (wholeShift ? state.now().isBefore(WINDOW_END) : state.now().equals(NOW)) {
                all.add(Operation.once("time goes on", EngagementRun::later));
            }
            for (String call : calls) {
                ofCall(all, call, state.commands().size() < mostCommands);
            }
            for (String driver : drivers) {
                if (wholeShift) {
                    ofShift(all, driver);
                }
                calls.forEach(call -> ofDriver(all, driver, call));
            }
            state.commands().forEach(command -> ofTimer(all, command));
            return all;
        }

        /** What calls answer is their own affair, so it is enough to let one call answer everything. */
        private List<CallSays> said() {
            if (wholeShift) {
                return List.of(CallSays.values());
            }
            return calls.size() == 1 ? List.of(CallSays.YES, CallSays.NO) : List.of(CallSays.YES);
        }

        private void ofCall(List<Operation<EngagementRun>> all, String call, boolean assign) {
            if (assign) {
                all.add(
                        Operation.of(
                                "assign " + call,
                                run -> run.assign(call, drivers.toArray(String[]::new))));
                all.add(
                        Operation.of(
                                "assign " + call + " to " + drivers.getLast(),
                                run -> run.assign(call, drivers.getLast())));
            }
            all.add(Operation.of("close " + call, run -> run.close(call)));
            for (CancellationReason reason :
                    List.of(
                            CancellationReason.CANCELLATION_REASON_CUSTOMER,
                            CancellationReason.CANCELLATION_REASON_WITHDRAWN)) {
                all.add(
                        Operation.of(
                                "cancel " + call + " " + reason, run -> run.cancel(call, reason)));
            }
        }

        private static void ofShift(List<Operation<EngagementRun>> all, String driver) {
            all.add(Operation.of(driver + " has begun", run -> run.apply(begun(driver))));
            all.add(
                    Operation.of(
                            driver + " rests, says work",
                            run -> run.apply(shiftEvent(driver, 2, WorkStep.State.RESTING))));
            all.add(
                    Operation.of(
                            driver + " works again, says work",
                            run -> run.apply(shiftEvent(driver, 3, WorkStep.State.WORKING))));
            all.add(
                    Operation.of(
                            driver + " has ended, says work",
                            run -> run.apply(shiftEvent(driver, 4, WorkStep.State.ENDED))));
            all.add(Operation.of("pause " + driver, run -> run.pause(driver)));
            all.add(Operation.of("unpause " + driver, run -> run.unpause(driver)));
            all.add(Operation.of("close slot of " + driver, run -> run.closeSlot(begun(driver))));
        }

        private void ofDriver(List<Operation<EngagementRun>> all, String driver, String call) {
            String who = driver + ", call " + call + ", ";
            all.add(Operation.of(who + "refuses", run -> run.refuse(driver, call)));
            for (CallSays says : said()) {
                all.add(
                        Operation.of(
                                who + "accepts, the call says " + says,
                                run -> run.accept(driver, call, says)));
            }
            for (DriveStep step : DriveStep.values()) {
                all.add(
                        Operation.of(
                                who + step, run -> run.step(driver, call, step, CallSays.YES)));
            }
            all.add(
                    Operation.of(
                            who + "ARRIVED, the call says NO",
                            run -> run.step(driver, call, DriveStep.ARRIVED, CallSays.NO)));
        }

        private void ofTimer(List<Operation<EngagementRun>> all, ActivityEvent command) {
            String driver = command.getDriverId();
            String id = command.getCommandId();
            for (CallSays says : said()) {
                all.add(
                        Operation.of(
                                "silence of " + id + ", the call says " + says,
                                run -> run.silence(driver, id, says)));
            }
            all.add(
                    Operation.of(
                            "silence of " + id + " unconfirmed",
                            run -> run.silenceUnconfirmed(driver, id)));
        }
    }
}

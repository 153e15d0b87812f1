package dev.supporters.work.shift;

import static dev.supporters.work.TestShifts.PATIENCE;
import static dev.supporters.work.TestShifts.WINDOW_END;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Operations;
import dev.supporters.testkit.states.Operations.Operation;
import dev.supporters.testkit.states.StateExplorer;
import dev.supporters.testkit.states.StateExplorer.Explored;
import dev.supporters.work.shift.CommanderNeighbour.CommanderSays;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All states that a driver, the clock-off, a removal from the group, the activity mode and an operator can bring a shift to, in every order, while commander answers, answers late, or
 * not at all, its events and the shift's come late and again, and processes end at any point. What commander has not begun to do when a
 * look of the clock-off comes, or the time goes on, it does not do any more: the deadline of the question is over. Commander reads the begin
 * before anything else happens.
 */
class ShiftStatesTest {

    private static final Instant LATER = TestClock.FRIDAY_NIGHT.plus(Duration.ofMinutes(60));
    private static final Instant AFTER = WINDOW_END.plus(Duration.ofMinutes(10));

    @Test
    void restsWithoutCalls() {
        explore(
                new Model(2, 0, 0, 0, Happens.ALL_OF_COMMANDER, List.of(LATER, WINDOW_END)),
                4_102,
                58_462);
    }

    @Test
    void aRestAndACall() {
        explore(
                new Model(1, 1, 0, 0, Happens.ALL_OF_COMMANDER, List.of(WINDOW_END, AFTER)),
                3_442,
                47_727);
    }

    @Test
    void aRestAndACallWhoseOperationsAreInterrupted() {
        explore(
                new Model(1, 1, 0, 0, Happens.INTERRUPTED, List.of(WINDOW_END, AFTER)),
                2_202,
                116_767);
    }

    @Test
    void aRestAndTwoCallsOneAfterTheOther() {
        explore(new Model(1, 2, 0, 0, Happens.AWAY, List.of(WINDOW_END, AFTER)), 5_926, 58_019);
    }

    @Test
    void aCallOfADriverWhoIsRemovedAndComesBack() {
        explore(new Model(0, 1, 2, 0, Happens.AWAY, List.of(WINDOW_END)), 1_021, 7_903);
    }

    @Test
    void aRestOfADriverWhoIsRemoved() {
        explore(new Model(1, 0, 1, 0, Happens.AWAY, List.of(WINDOW_END)), 249, 1_943);
    }

    @Test
    void aCallOfADriverWhoIsRemovedWhileOperationsAreInterrupted() {
        explore(new Model(0, 1, 1, 0, Happens.INTERRUPTED, List.of(WINDOW_END)), 562, 21_285);
    }

    @Test
    void aCallOfADriverWhoIsSwitchedOffAndOnAgain() {
        explore(new Model(0, 1, 0, 2, Happens.AWAY, List.of(LATER, WINDOW_END)), 18_687, 168_162);
    }

    @Test
    void aDriverWhoIsSwitchedOffAndOnAgainWhateverCommanderDoes() {
        explore(
                new Model(0, 0, 0, 2, Happens.ALL_OF_COMMANDER, List.of(LATER, WINDOW_END)),
                3_031,
                37_091);
    }

    @Test
    void aRestOfADriverWhoIsSwitchedOffAndOnAgain() {
        explore(new Model(1, 0, 0, 2, Happens.AWAY, List.of(LATER, WINDOW_END)), 8_067, 77_487);
    }

    @Test
    void aDriverWhoIsSwitchedOffThreeTimes() {
        explore(new Model(0, 0, 0, 6, Happens.AWAY, List.of(WINDOW_END)), 5_717, 71_920);
    }

    @Test
    void aCallOfADriverWhoIsSwitchedOffAndRemoved() {
        explore(new Model(0, 1, 1, 1, Happens.AWAY, List.of(WINDOW_END)), 2_538, 21_020);
    }

    @Test
    void aCallOfADriverWhoIsSwitchedOffAndOnAgainWhileOperationsAreInterrupted() {
        explore(new Model(0, 1, 0, 2, Happens.INTERRUPTED, List.of(WINDOW_END)), 4_496, 230_092);
    }

    /** What goes wrong. */
    private enum Happens {
        /** Commander may be away. */
        AWAY,
        /** Commander may be away, answer late, and answers may be lost. */
        ALL_OF_COMMANDER,
        /** Something happens in the middle of operations, or their process dies there; so lost answers are nothing new. */
        INTERRUPTED;

        List<CommanderSays> said() {
            return switch (this) {
                case AWAY -> List.of(CommanderSays.ANSWERS, CommanderSays.AWAY);
                case ALL_OF_COMMANDER -> List.of(CommanderSays.values());
                case INTERRUPTED -> List.of(CommanderSays.ANSWERS);
            };
        }
    }

    /** Fewer states than expected would mean that something does not happen any more; more of them have to be understood, too. */
    private static void explore(Model model, int states, long steps) {
        Explored explored = model.explore();
        System.out.println("shift: " + explored);

        assertThat(explored.states()).as("states").isEqualTo(states);
        assertThat(explored.steps()).as("steps").isEqualTo(steps);
    }

    /**
     * What can happen.
     *
     * @param mostRests as many are begun at most, so that there is an end
     * @param mostCalls as many commands are given at most
     * @param mostMemberships as often is the membership taken away or given back at most
     * @param mostSwitches as often is the activity mode switched at most
     * @param happens what goes wrong
     * @param times to which the time goes on
     */
    private record Model(
            int mostRests,
            int mostCalls,
            int mostMemberships,
            int mostSwitches,
            Happens happens,
            List<Instant> times) {

        Explored explore() {
            var operations =
                    new Operations<>(
                            ShiftRun::new, ShiftState::form, happens == Happens.INTERRUPTED);
            var explorer =
                    new StateExplorer<ShiftState>(
                            ShiftState::form,
                            state -> operations.actions(state, possible(state)),
                            ShiftInvariants.ALL);
            return explorer.explore(ShiftState.first());
        }

        private List<Operation<ShiftRun>> possible(ShiftState state) {
            var all = new ArrayList<Operation<ShiftRun>>();
            times.stream()
                    .filter(state.now()::isBefore)
                    .findFirst()
                    .ifPresent(next ->
                            all.add(Operation.once("time goes on", run -> run.later(next))));
            if (state.shift().isEmpty()) {
                all.add(Operation.of("begin", ShiftRun::begin));
                return all;
            }
            if (state.around().applied() == 0) {
                return List.of(Operation.of("commander reads BEGUN", run -> run.follow(0)));
            }
            ofDriver(all, state);
            ofMembership(all, state);
            ofMode(all, state);
            ofLooks(all, state);
            ofTopics(all, state);
            ofCommander(all, state);
            return all;
        }

        private void ofDriver(List<Operation<ShiftRun>> all, ShiftState state) {
            if (state.shift().filter(Shift::open).isEmpty()) {
                return;
            }
            String requestId = "r" + state.told().size();
            long rests = state.told().stream().filter(WorkEvent::hasRested).count();
            for (CommanderSays says : happens.said()) {
                if (rests < mostRests) {
                    all.add(
                            Operation.of(
                                    "rest, commander " + says, run -> run.rest(requestId, says)));
                }
                if (rests > 0) {
                    all.add(
                            Operation.of(
                                    "resume, commander " + says,
                                    run -> run.resume(requestId, says)));
                }
                all.add(Operation.of("end, commander " + says, run -> run.end(requestId, says)));
            }
        }

        private void ofMembership(List<Operation<ShiftRun>> all, ShiftState state) {
            ShiftState.Membership membership = state.around().membership();
            if (membership.changes() < mostMemberships) {
                all.add(
                        Operation.once(
                                membership.member()
                                        ? "the driver is removed from the group"
                                        : "the driver is a member again",
                                ShiftRun::membershipChanges));
            }
            int newest = Math.min(membership.read() + 1, membership.changes());
            for (int change = 1; change <= newest; change++) {
                int each = change;
                all.add(
                        Operation.of(
                                "work reads of change %d of the membership".formatted(change),
                                run -> run.readMembership(each)));
            }
        }

        private void ofMode(List<Operation<ShiftRun>> all, ShiftState state) {
            ShiftState.Mode mode = state.around().mode();
            if (mode.switched().size() < mostSwitches) {
                all.add(
                        Operation.once(
                                mode.off()
                                        ? "the driver is switched on again"
                                        : "the driver is switched off",
                                ShiftRun::modeChanges));
            }
            int newest = Math.min(mode.read() + 1, mode.switched().size());
            for (int change = 1; change <= newest; change++) {
                int each = change;
                all.add(
                        Operation.of(
                                "work reads of change %d of the mode".formatted(change),
                                run -> run.readMode(each)));
            }
        }

        private void ofLooks(List<Operation<ShiftRun>> all, ShiftState state) {
            boolean asked = state.shift().flatMap(shift -> shift.pending().asked()).isPresent();
            boolean over = !state.now().isBefore(WINDOW_END) && state.shift().get().open();
            for (CommanderSays says : happens.said()) {
                if (says == CommanderSays.LATER) {
                    continue; // what comes late is told by questions of the driver
                }
                if (asked) {
                    all.add(
                            Operation.of(
                                    "what was asked for is finished, commander " + says,
                                    run -> run.sweepAsked(says)));
                }
                if (over) {
                    all.add(
                            Operation.of(
                                    "clock-off, commander " + says,
                                    run -> run.sweepClockOff(says, 1)));
                }
            }
            if (over) {
                all.add(
                        Operation.of(
                                "clock-off looks several times",
                                run -> run.sweepClockOff(CommanderSays.ANSWERS, PATIENCE)));
                all.add(Operation.of("an operator ends it", ShiftRun::endByOperator));
            }
        }

        private static void ofTopics(List<Operation<ShiftRun>> all, ShiftState state) {
            int newest = Math.min(state.around().applied(), state.told().size() - 1);
            for (int event = 0; event <= newest; event++) {
                int each = event;
                all.add(
                        Operation.of(
                                "commander reads "
                                        + state.told().get(event).getEventCase()
                                        + " of version "
                                        + state.told().get(event).getVersion(),
                                run -> run.follow(each)));
            }
            int ends = Math.min(state.around().heard(), state.around().ended().size() - 1);
            for (int end = 0; end <= ends; end++) {
                int each = end;
                all.add(
                        Operation.of(
                                "work reads of the end of call " + end, run -> run.hear(each)));
            }
        }

        private void ofCommander(List<Operation<ShiftRun>> all, ShiftState state) {
            SlotModel slot = state.slot();
            if (slot.state() == SlotModel.State.FREE
                    && state.now().isBefore(WINDOW_END)
                    && !state.around().mode().off() // commander knows that itself
                    && state.around().calls().size() < mostCalls) {
                all.add(Operation.once("a command", ShiftRun::command));
            }
            if (slot.state() == SlotModel.State.COMMANDED) {
                all.add(Operation.once("the driver takes it", run -> run.commander().take()));
            }
            if (slot.engaged()) {
                all.add(Operation.once("it is over", run -> run.commander().free()));
            }
            if (state.around().late().isPresent()) {
                all.add(
                        Operation.once(
                                "commander gets a late question", ShiftRun::lateQuestionArrives));
            }
        }
    }
}

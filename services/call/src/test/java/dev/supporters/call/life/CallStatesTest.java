package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.CUSTOMER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.general.GeneralReport;
import dev.supporters.call.life.CallNeighbours.Routing;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.testkit.states.Operations;
import dev.supporters.testkit.states.Operations.Operation;
import dev.supporters.testkit.states.StateExplorer;
import dev.supporters.testkit.states.StateExplorer.Explored;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/**
 * All states into which customers, routing, commander and the legacy system can bring a call, in every order: what they tell may come
 * late, twice, too early, or in the middle of something else.
 */
class CallStatesTest {

    @Test
    void oneCommandAndTheSupportersPath() {
        explore(new Model(1, false, false), 6_522, 195_981);
    }

    @Test
    void oneCommandAndGeneralDispatch() {
        explore(new Model(1, true, false), 6_089, 51_297);
    }

    @Test
    void twoCommands() {
        explore(new Model(2, false, false), 3_750, 33_594);
    }

    @Test
    void eventsOfCommanderThatAreLost() {
        explore(new Model(1, false, true), 224, 1_736);
    }

    @Test
    void reportsOfTheLegacySystemThatAreLost() {
        explore(new Model(1, true, true), 3_117, 28_308);
    }

    /** Fewer states than expected would mean that something does not happen any more; more of them have to be understood, too. */
    private static void explore(Model model, int states, long steps) {
        Explored explored = model.explore();
        System.out.println("call " + model + ": " + explored);

        assertThat(explored.states()).as("states").isEqualTo(states);
        assertThat(explored.steps()).as("steps").isEqualTo(steps);
    }

    /**
     * What can happen.
     *
     * @param mostCommands as many are given at most, so that there is an end
     * @param general whether the legacy system does something with the call
     * @param lossy whether what they tell may be lost on its way
     */
    private record Model(int mostCommands, boolean general, boolean lossy) {

        /** The more there is in a model, the less of the rest; the smallest has everything. */
        private boolean smallest() {
            return mostCommands == 1 && !general && !lossy;
        }

        Explored explore() {
            Operations<CallModelState, CallRun> operations =
                    new Operations<>(CallRun::new, CallModelState::toString, smallest());
            StateExplorer<CallModelState> explorer =
                    new StateExplorer<>(
                            CallModelState::toString,
                            state -> operations.actions(state, possible(state)),
                            CallInvariants.ALL);
            return explorer.explore(CallModelState.first());
        }

        private List<Routing> routings() {
            return smallest()
                    ? List.of(Routing.values())
                    : List.of(Routing.SUPPORTER, Routing.GENERAL);
        }

        private List<RefusalConsequence> consequences() {
            if (general) {
                return List.of();
            }
            return smallest()
                    ? List.of(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER,
                            RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL)
                    : List.of(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER);
        }

        private List<Operation<CallRun>> possible(CallModelState state) {
            List<Operation<CallRun>> all = new ArrayList<>();
            boolean more = state.commander().given() < mostCommands;
            for (Routing routing : routings()) {
                if (more
                        || (routing != Routing.SUPPORTER && routing != Routing.SUPPORTER_UNHEARD)) {
                    all.add(
                            Operation.of(
                                    "requested, routing: " + routing, run -> run.request(routing)));
                }
            }
            if (state.call().isEmpty()) {
                return all;
            }
            if (more) {
                all.add(
                        Operation.of(
                                "held, routing: SUPPORTER", run -> run.held(Routing.SUPPORTER)));
            }
            for (boolean answers : smallest() ? List.of(true, false) : List.of(true)) {
                String commander = answers ? "" : ", commander does not answer";
                all.add(Operation.of("the hold ends" + commander, run -> run.holdEnds(answers)));
                all.add(Operation.of("recovered" + commander, run -> run.recover(answers)));
                all.add(
                        Operation.of(
                                "the customer cancels" + commander,
                                run -> run.cancel(CUSTOMER, answers)));
            }
            if (more && nobodyHasArrived(state)) {
                all.add(Operation.once("assigned late", CallRun::assignedLate));
            }
            ofDriver(all, state);
            ofEvents(all, state);
            if (general) {
                ofLegacy(all, state);
            }
            return all;
        }

        /** It takes minutes to come to a customer, so until then the call has heard of the command, or of its end. */
        private void ofDriver(List<Operation<CallRun>> all, CallModelState state) {
            CommanderModel commander = state.commander();
            if (heardOfTheLiveCommand(state)) {
                driver(all, commander, CommandEvent.Accepted.class, new CommandEvent.Arrived());
                driver(all, commander, CommandEvent.Arrived.class, new CommandEvent.PickedUp());
                driver(all, commander, CommandEvent.PickedUp.class, new CommandEvent.Completed());
            }
            if (commander.live(CommandEvent.Commanded.class)) {
                all.add(Operation.once("the driver accepts", CallRun::accept));
                if (!general && !lossy) {
                    driver(
                            all,
                            commander,
                            CommandEvent.Commanded.class,
                            new CommandEvent.Accepted());
                }
                for (RefusalConsequence consequence : consequences()) {
                    driver(
                            all,
                            commander,
                            CommandEvent.Commanded.class,
                            new CommandEvent.Refused(consequence));
                }
            }
        }

        /** No assignment is under way for minutes. */
        private static boolean nobodyHasArrived(CallModelState state) {
            return state.commander().told().stream()
                    .noneMatch(event -> event.kind() instanceof CommandEvent.Arrived);
        }

        private static boolean heardOfTheLiveCommand(CallModelState state) {
            boolean all =
                    state.commandIds().stream()
                            .allMatch(id -> state.heard(id) == state.commander().of(id).size());
            String live = state.commander().live().map(CommandEvent::commandId).orElse("");
            return all || state.call().orElseThrow().commandId().equals(live);
        }

        /** At commander, without asking the call. */
        private static void driver(
                List<Operation<CallRun>> all,
                CommanderModel commander,
                Class<? extends CommandEvent.Kind> expected,
                CommandEvent.Kind next) {
            if (commander.live(expected)) {
                all.add(Operation.once("at commander: " + next, run -> run.driver(expected, next)));
            }
        }

        private void ofEvents(List<Operation<CallRun>> all, CallModelState state) {
            for (String commandId : state.commandIds()) {
                List<CommandEvent> events = state.commander().of(commandId);
                int next = state.heard(commandId);
                if (lossy && next < events.size()) {
                    String name = "lost: " + commandId + " " + events.get(next).kind();
                    all.add(Operation.once(name, run -> run.lose(commandId)));
                }
                int first = general ? next : 0;
                int last = Math.min(smallest() ? next + 1 : next, events.size() - 1);
                for (int i = first; i <= last; i++) {
                    int place = i;
                    String name = "heard: " + commandId + " " + events.get(i).kind();
                    all.add(Operation.once(name, run -> run.hear(commandId, place, Routing.FAILS)));
                }
            }
            boolean toTell =
                    state.call().filter(call -> call.followUps().due().isPresent()).isPresent();
            if (toTell) {
                all.add(Operation.of("others are told", CallRun::followUp));
            }
        }

        private void ofLegacy(List<Operation<CallRun>> all, CallModelState state) {
            if (!lossy && state.call().filter(call -> !call.state().ended()).isPresent()) {
                // until then the customer has no answer, and cancels nothing
                all.add(Operation.of("the gateway hands over", CallRun::handedOverByGateway));
            }
            boolean reported =
                    state.heard(CallRun.LEGACY) == state.legacy().steps().size()
                            && state.call().orElseThrow().followUps().due().isEmpty();
            for (GeneralReport.Step step : state.legacy().next()) {
                if (step == GeneralReport.Step.PICKED_UP && !reported) {
                    continue; // the driver is on the way for minutes, and all is told at once
                }
                all.add(Operation.once("in the legacy system: " + step, run -> run.legacy(step)));
            }
            int next = state.heard(CallRun.LEGACY);
            if (lossy && next < state.legacy().steps().size()) {
                String name = "lost: " + state.legacy().steps().get(next);
                all.add(Operation.once(name, run -> run.lose(CallRun.LEGACY)));
            }
            for (int i = Math.max(0, next - 1);
                    i <= next && i < state.legacy().steps().size();
                    i++) {
                int place = i;
                String name = "reported: " + state.legacy().steps().get(i);
                all.add(Operation.once(name, run -> run.report(place, true)));
                all.add(
                        Operation.once(
                                name + ", commander does not answer",
                                run -> run.report(place, false)));
            }
        }
    }
}

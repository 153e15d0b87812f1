package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.PANGYO;
import static dev.supporters.move.proposal.Night.SATURDAY;
import static dev.supporters.move.proposal.Night.START;
import static dev.supporters.move.proposal.Night.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.states.Operations;
import dev.supporters.testkit.states.Operations.Operation;
import dev.supporters.testkit.states.StateExplorer;
import dev.supporters.testkit.states.StateExplorer.Explored;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All states that signals, answers, positions, shifts, commands and time can bring a driver's moves to, in every order: what a topic tells
 * may come late or twice, anything may happen in the middle of something else, and processes die before each write.
 */
class ProposalStatesTest {

    private static final Duration STEP = Duration.ofSeconds(30);

    private static final MoveSignal FIRST = signal("m1", new MoveSignal.GoTo(PANGYO), 60, 0);
    private static final MoveSignal SECOND = signal("m2", new MoveSignal.GoTo(PANGYO), 90, 15);
    private static final MoveSignal ADVICE = signal("m3", new MoveSignal.Rest(), 60, 20);

    private static final List<WorkStep> WHOLE_SHIFT =
            List.of(
                    shift(FRIDAY, 1, WorkStep.State.WORKING, 0),
                    shift(FRIDAY, 2, WorkStep.State.RESTING, 20),
                    shift(FRIDAY, 3, WorkStep.State.WORKING, 40),
                    shift(FRIDAY, 4, WorkStep.State.ENDED, 60));

    private static final List<WorkStep> TWO_SHIFTS =
            List.of(
                    shift(FRIDAY, 1, WorkStep.State.WORKING, 0),
                    shift(FRIDAY, 2, WorkStep.State.ENDED, 20),
                    shift(SATURDAY, 1, WorkStep.State.WORKING, 30));

    private static final List<EngagementStep> ONE_DRIVE =
            List.of(
                    engagement(FRIDAY, 1, EngagementStep.State.COMMANDED, 10),
                    engagement(FRIDAY, 2, EngagementStep.State.COMPLETED, 40));

    @Test
    void aMoveThroughAWholeShift() {
        explore(new Model(List.of(FIRST), WHOLE_SHIFT, ONE_DRIVE, true), 777, 25_875);
    }

    @Test
    void aMoveAndOneThatIsNewer() {
        explore(
                new Model(
                        List.of(FIRST, SECOND),
                        WHOLE_SHIFT.subList(0, 1),
                        ONE_DRIVE.subList(0, 1),
                        false),
                2_603,
                40_424);
    }

    @Test
    void aMoveAndAdviceToRest() {
        explore(
                new Model(
                        List.of(FIRST, ADVICE),
                        WHOLE_SHIFT.subList(0, 2),
                        ONE_DRIVE.subList(0, 1),
                        false),
                2_715,
                44_750);
    }

    @Test
    void aMoveAndTheShiftOfTheNextNight() {
        explore(new Model(List.of(FIRST), TWO_SHIFTS, ONE_DRIVE.subList(0, 1), false), 487, 10_042);
    }

    /** Fewer states than expected would mean that something does not happen any more; more of them have to be understood, too. */
    private static void explore(Model model, int states, long steps) {
        Explored explored = model.explore();
        System.out.println("moves: " + explored);

        assertThat(explored.states()).as("states").isEqualTo(states);
        assertThat(explored.steps()).as("steps").isEqualTo(steps);
    }

    /**
     * What can happen.
     *
     * @param latePositions whether positions may be handled later than they were taken
     */
    private record Model(
            List<MoveSignal> signals,
            List<WorkStep> shifts,
            List<EngagementStep> engagements,
            boolean latePositions) {

        Explored explore() {
            var operations = new Operations<>(ProposalRun::new, ProposalState::toString, true);
            var explorer =
                    new StateExplorer<ProposalState>(
                            ProposalState::toString,
                            state -> operations.actions(state, possible(state)),
                            ProposalInvariants.ALL);
            return explorer.explore(ProposalState.first());
        }

        private List<Operation<ProposalRun>> possible(ProposalState state) {
            var all = new ArrayList<Operation<ProposalRun>>();
            if (state.now().isBefore(at(90))) {
                all.add(Operation.once("time goes on", run -> run.later(STEP)));
            }
            all.add(Operation.of("sweep", ProposalRun::sweep));
            for (MoveSignal signal : signals) {
                // one that was dropped is not remembered, and may be taken when it comes again
                all.add(Operation.once("signal " + signal.moveId(), run -> run.signal(signal)));
                ofDriver(all, signal.moveId());
            }
            shifts.stream()
                    .filter(step -> !step.time().isAfter(state.now()))
                    .forEach(step ->
                            all.add(
                                    Operation.of(
                                            step.workId() + " " + step.version() + step.state(),
                                            run -> run.apply(step))));
            engagements.stream()
                    .filter(step -> !step.time().isAfter(state.now()))
                    .forEach(step ->
                            all.add(
                                    Operation.of(
                                            step.version() + " " + step.state(),
                                            run -> run.apply(step))));
            ofPosition(all, state.now(), 0);
            ofPosition(all, state.now(), 1);
            for (Instant time = START;
                    latePositions && time.isBefore(state.now());
                    time = time.plus(STEP)) {
                ofPosition(all, time, 0);
            }
            return all;
        }

        private static void ofDriver(List<Operation<ProposalRun>> all, String moveId) {
            all.add(Operation.of("accepts " + moveId, run -> run.respond(moveId, true)));
            all.add(Operation.of("declines " + moveId, run -> run.respond(moveId, false)));
        }

        private static void ofPosition(List<Operation<ProposalRun>> all, Instant time, int unread) {
            all.add(
                    Operation.of(
                            "at the goal at " + time + ", " + unread + " moves unread",
                            run -> run.seen(time, unread)));
        }
    }

    private static MoveSignal signal(
            String moveId, MoveSignal.Goal goal, int expireSecond, int decidedSecond) {
        return new MoveSignal(
                moveId,
                Product.PRODUCT_DRIVER,
                goal,
                at(expireSecond),
                "deficit@1",
                Optional.of(at(decidedSecond)));
    }

    private static WorkStep shift(WorkId workId, long version, WorkStep.State state, int second) {
        return new WorkStep(
                DRIVER, workId, Product.PRODUCT_DRIVER, "seoul", version, state, at(second));
    }

    private static EngagementStep engagement(
            WorkId workId, long version, EngagementStep.State state, int second) {
        return new EngagementStep(
                DRIVER,
                new CallId("254137"),
                "command-1",
                workId,
                Product.PRODUCT_DRIVER,
                version,
                state,
                at(second));
    }
}

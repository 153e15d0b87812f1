package dev.supporters.work.shift;

import static dev.supporters.testkit.states.StateExplorer.StateRule.always;
import static dev.supporters.testkit.states.StateExplorer.StateRule.eachStep;
import static dev.supporters.work.TestShifts.WINDOW_END;

import dev.supporters.contract.WholeSeconds;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkRestCause;
import dev.supporters.testkit.states.StateExplorer.StateRule;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftState.Call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is true of every state and step of a shift. */
final class ShiftInvariants {

    static final List<StateRule<ShiftState>> ALL =
            List.of(
                    always(
                            "each event names the version of the one before it",
                            ShiftInvariants::gapless),
                    always(
                            "the newest event tells the state that is stored",
                            ShiftInvariants::asTold),
                    always(
                            "what the shift has rested is what its events say",
                            ShiftInvariants::restedAsTold),
                    always(
                            "a rest begins, and a shift ends, not before what was told before",
                            ShiftInvariants::inOrder),
                    always(
                            "who rests or has ended is not commanded, and was not when the rest or the end was stored",
                            state ->
                                    state.shift()
                                            .map(shift -> notCommanded(shift, state))
                                            .orElse(true)),
                    always(
                            "only who is at work is commanded",
                            state -> state.around().calls().stream().allMatch(Call::atWork)),
                    always("nobody drives within a rest", ShiftInvariants::noDriveWithinARest),
                    always(
                            "who waits and has asked for nothing can be commanded",
                            ShiftInvariants::waitsForCommands),
                    always(
                            "a shift ends for its reason: when the driver asked, with the window, or with the drive",
                            state ->
                                    state.shift()
                                            .filter(Ended.class::isInstance)
                                            .map(shift -> endsForItsReason((Ended) shift, state))
                                            .orElse(true)),
                    always(
                            "once calls are over and commander answers, the shift ends, and all is true of it",
                            state -> state.shift().isEmpty() || endsAtLast(state)),
                    always(
                            "who was removed from the group is at work no more once the call is over and that was read",
                            ShiftInvariants::removedLeaves),
                    always(
                            "who is switched off waits no more once the call is over and that was read; who is on again rests no more for that",
                            ShiftInvariants::restsByMode),
                    always(
                            "nobody rests for the mode before it was switched off",
                            ShiftInvariants::restsAfterSwitch),
                    eachStep(
                            "what was told stays told, and after the end nothing is",
                            ShiftInvariants::toldForEver));

    private ShiftInvariants() {}

    private static boolean gapless(ShiftState state) {
        List<WorkEvent> told = state.told();
        return IntStream.range(0, told.size())
                .allMatch(i ->
                        told.get(i).getPreviousVersion()
                                        == (i == 0 ? 0 : told.get(i - 1).getVersion())
                                && (i == 0) == told.get(i).hasBegun());
    }

    private static boolean asTold(ShiftState state) {
        if (state.told().isEmpty()) {
            return state.shift().isEmpty();
        }
        Shift shift = state.shift().orElseThrow();
        return switch (state.told().getLast().getEventCase()) {
            case BEGUN, RESUMED -> shift instanceof Working;
            case RESTED -> shift instanceof Resting;
            case ENDING -> shift instanceof Ending;
            case ENDED -> shift instanceof Ended;
            case EVENT_NOT_SET -> false;
        };
    }

    private static boolean restedAsTold(ShiftState state) {
        if (state.shift().isEmpty()) {
            return true;
        }
        Shift shift = state.shift().get();
        Instant begin = shift.details().begin();
        long rested =
                rests(state).stream()
                        .filter(rest -> rest.end().isPresent())
                        .mapToLong(rest ->
                                WholeSeconds.since(begin, rest.end().get())
                                        - WholeSeconds.since(begin, rest.begin()))
                        .sum();
        return shift.rested().toSeconds() == rested;
    }

    private static boolean inOrder(ShiftState state) {
        List<WorkEvent> told = state.told();
        return IntStream.range(1, told.size())
                .noneMatch(i ->
                        ShiftState.time(told.get(i)).isBefore(ShiftState.time(told.get(i - 1))));
    }

    private static boolean notCommanded(Shift shift, ShiftState state) {
        return switch (shift) {
            case Working working -> true;
            case Resting resting ->
                    state.slot().state() == SlotModel.State.PAUSED
                            || state.slot().state() == SlotModel.State.OFF;
            case Ending ending -> state.slot().closing();
            case Ended ended -> !state.slot().engaged() || ended.reason() == EndReason.OPERATOR;
        };
    }

    private static boolean noDriveWithinARest(ShiftState state) {
        return rests(state).stream()
                .allMatch(rest ->
                        state.around().calls().stream()
                                .filter(Call::taken)
                                .allMatch(rest::apartFrom));
    }

    private static boolean waitsForCommands(ShiftState state) {
        boolean waits =
                state.shift().filter(Working.class::isInstance).isPresent()
                        && state.shift().get().pending().asked().isEmpty()
                        && state.now().isBefore(WINDOW_END)
                        && state.around().late().isEmpty()
                        && state.around().applied() == state.told().size();
        SlotModel slot = state.slot();
        boolean commandable = slot.engaged() || slot.state() == SlotModel.State.FREE;
        return !waits || (commandable && !slot.closing());
    }

    private static boolean endsForItsReason(Ended ended, ShiftState state) {
        Optional<Instant> lastDrive =
                state.around().calls().stream()
                        .filter(Call::taken)
                        .flatMap(call -> call.end().stream())
                        .max(Instant::compareTo);
        boolean afterDrives = lastDrive.filter(ended.end()::isBefore).isEmpty();
        return switch (ended.reason()) {
            case DRIVER -> ended.end().isBefore(WINDOW_END) && afterDrives;
            case REMOVED ->
                    ended.end().isBefore(WINDOW_END)
                            && afterDrives
                            && state.around().membership().changes() > 0;
            case WINDOW -> ended.end().equals(WINDOW_END) && afterDrives;
            case AFTER_DRIVE -> lastDrive.filter(ended.end()::equals).isPresent();
            case OPERATOR -> !ended.end().isBefore(WINDOW_END);
        };
    }

    private static boolean endsAtLast(ShiftState state) {
        ShiftState last = new ShiftRun(state).afterAll();
        return last.shift().filter(Ended.class::isInstance).isPresent()
                && gapless(last)
                && restedAsTold(last)
                && endsForItsReason((Ended) last.shift().get(), last);
    }

    private static boolean removedLeaves(ShiftState state) {
        boolean removed = !state.around().membership().member();
        boolean atWork = state.shift().filter(Shift::open).isPresent();
        return !removed
                || !atWork
                || !state.now().isBefore(WINDOW_END)
                || !new ShiftRun(state).afterAllWithinTheWindow().shift().get().open();
    }

    private static boolean restsByMode(ShiftState state) {
        boolean switched = !state.around().mode().switched().isEmpty();
        boolean atWork = state.shift().filter(Shift::open).isPresent();
        if (!switched || !atWork || !state.now().isBefore(WINDOW_END)) {
            return true;
        }
        Shift last = new ShiftRun(state).afterAllWithinTheWindow().shift().orElseThrow();
        return switch (last) {
            case Working working -> !state.around().mode().off();
            case Resting resting ->
                    state.around().mode().off() || resting.cause() == RestCause.DRIVER;
            case Ending ending -> false;
            case Ended ended -> true;
        };
    }

    private static boolean restsAfterSwitch(ShiftState state) {
        List<Instant> switched = state.around().mode().switched();
        return state.told().stream()
                .filter(event ->
                        event.getRested().getCause() == WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE)
                .allMatch(event ->
                        !switched.isEmpty()
                                && !ShiftState.time(event).isBefore(switched.getFirst()));
    }

    private static boolean toldForEver(ShiftState before, ShiftState after) {
        int told = before.told().size();
        return after.told().size() >= told
                && after.told().subList(0, told).equals(before.told())
                && (before.told().stream().noneMatch(WorkEvent::hasEnded)
                        || after.told().size() == told);
    }

    private static List<Rest> rests(ShiftState state) {
        List<WorkEvent> told = state.told();
        return IntStream.range(0, told.size())
                .filter(i -> told.get(i).hasRested())
                .mapToObj(i ->
                        new Rest(
                                ShiftState.time(told.get(i)),
                                told.stream().skip(i + 1).map(ShiftState::time).findFirst()))
                .toList();
    }

    private record Rest(Instant begin, Optional<Instant> end) {

        boolean apartFrom(Call call) {
            boolean before = call.end().filter(over -> !over.isAfter(begin)).isPresent();
            boolean after = end.filter(over -> !call.begin().isBefore(over)).isPresent();
            return before || after;
        }
    }
}

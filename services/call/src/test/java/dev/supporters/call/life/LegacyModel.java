package dev.supporters.call.life;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.general.GeneralDispatcher.CancelOutcome;
import dev.supporters.call.general.GeneralReport.Step;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.general.GeneralStatus.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the legacy system knows of the one call: whether it has it, whether we cancelled it there, and what happened to it there. */
record LegacyModel(boolean known, boolean takenBack, List<Step> steps) {

    static final LegacyModel NOTHING = new LegacyModel(false, false, List.of());

    LegacyModel {
        steps = List.copyOf(steps);
    }

    LegacyModel handedOver() {
        return new LegacyModel(true, takenBack, steps);
    }

    LegacyModel and(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new LegacyModel(known, takenBack, longer);
    }

    LegacyModel cancelled() {
        return cancelOutcome() == CancelOutcome.CANCELLED
                ? new LegacyModel(known, true, steps)
                : this;
    }

    CancelOutcome cancelOutcome() {
        if (!known) {
            return CancelOutcome.UNKNOWN;
        }
        if (takenBack || last(Step.CANCELLED)) {
            return CancelOutcome.CANCELLED;
        }
        if (last(Step.PICKED_UP)) {
            return CancelOutcome.PICKED_UP;
        }
        return last(Step.COMPLETED) || last(Step.UNSERVED)
                ? CancelOutcome.ENDED
                : CancelOutcome.CANCELLED;
    }

    /** As it tells it. */
    Optional<GeneralStatus> status() {
        if (!known) {
            return Optional.empty();
        }
        State state =
                takenBack
                        ? State.CANCELLED
                        : steps.isEmpty() ? State.OFFERED : state(steps.getLast());
        boolean driven =
                !takenBack
                        && !steps.isEmpty()
                        && steps.getLast().ofDriver()
                        && state != State.OFFERED;
        return Optional.of(
                new GeneralStatus(
                        state,
                        driven ? Optional.of(SampleCalls.COMMISSION_DRIVER) : Optional.empty()));
    }

    private static State state(Step step) {
        return switch (step) {
            case TAKEN -> State.TAKEN;
            case DROPPED -> State.OFFERED;
            case ARRIVED -> State.ARRIVED;
            case PICKED_UP -> State.PICKED_UP;
            case COMPLETED -> State.COMPLETED;
            case UNSERVED -> State.UNSERVED;
            case CANCELLED -> State.CANCELLED;
        };
    }

    /** Whether the call is alive there. */
    boolean live() {
        return known
                && !takenBack
                && !last(Step.CANCELLED)
                && !last(Step.COMPLETED)
                && !last(Step.UNSERVED);
    }

    /** What may happen next. A call is dropped at most once. */
    List<Step> next() {
        if (!live()) {
            return List.of();
        }
        if (steps.isEmpty() || last(Step.DROPPED)) {
            return List.of(Step.TAKEN, Step.UNSERVED, Step.CANCELLED);
        }
        if (last(Step.TAKEN)) {
            return steps.contains(Step.DROPPED)
                    ? List.of(Step.ARRIVED, Step.CANCELLED)
                    : List.of(Step.ARRIVED, Step.CANCELLED, Step.DROPPED);
        }
        return last(Step.ARRIVED)
                ? List.of(Step.PICKED_UP, Step.CANCELLED)
                : List.of(Step.COMPLETED);
    }

    boolean last(Step step) {
        return !steps.isEmpty() && steps.getLast() == step;
    }
}

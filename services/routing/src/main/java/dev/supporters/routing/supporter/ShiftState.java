package dev.supporters.routing.supporter;

import dev.supporters.contract.WorkStep;

import java.time.Instant;

/** Whether a driver works, as the topic of shifts tells. */
public sealed interface ShiftState {

    /** Nothing was heard. */
    record NotHeardOf() implements ShiftState {}

    /** Takes calls until the window ends. */
    record TakingCalls(WorkStep step, Instant until) implements ShiftState {}

    /** Rests; may come back until the window ends. */
    record AtRest(WorkStep step, Instant until) implements ShiftState {}

    /** The shift is over, or takes no new calls any more. */
    record NoMoreCalls(WorkStep step) implements ShiftState {}

    /** The shift began; its window ends at a time. */
    default ShiftState begun(WorkStep step, Instant until) {
        return newer(step) ? new TakingCalls(step, until) : this;
    }

    /** A later step of the shift. */
    default ShiftState next(WorkStep step) {
        if (!newer(step)) {
            return this;
        }
        return switch (step.state()) {
            case WORKING -> new TakingCalls(step, until());
            case RESTING -> new AtRest(step, until());
            case ENDING, ENDED -> new NoMoreCalls(step);
        };
    }

    private boolean newer(WorkStep step) {
        return switch (this) {
            case NotHeardOf unknown -> true;
            case TakingCalls working -> step.after(working.step());
            case AtRest resting -> step.after(resting.step());
            case NoMoreCalls closed -> step.after(closed.step());
        };
    }

    /** Without having seen the begin nobody here knows the end; the commander does. */
    private Instant until() {
        return switch (this) {
            case NotHeardOf unknown -> Instant.MAX;
            case TakingCalls working -> working.until();
            case AtRest resting -> resting.until();
            case NoMoreCalls closed -> Instant.MAX;
        };
    }
}

package dev.supporters.routing.supporter;

import dev.supporters.contract.WorkStep;

import java.time.Instant;

/** Whether a driver works, as the topic of shifts tells. */
public sealed interface ShiftState {

    /** Nothing was heard. */
    record Unknown() implements ShiftState {}

    /** Takes calls until the window ends. */
    record Working(WorkStep step, Instant until) implements ShiftState {}

    /** Rests; may come back until the window ends. */
    record Resting(WorkStep step, Instant until) implements ShiftState {}

    /** The shift is over, or takes no new calls any more. */
    record Closed(WorkStep step) implements ShiftState {}

    /** The shift began; its window ends at a time. */
    default ShiftState begun(WorkStep step, Instant until) {
        return newer(step) ? new Working(step, until) : this;
    }

    /** A later step of the shift. */
    default ShiftState next(WorkStep step) {
        if (!newer(step)) {
            return this;
        }
        return switch (step.state()) {
            case WORKING -> new Working(step, until());
            case RESTING -> new Resting(step, until());
            case ENDING, ENDED -> new Closed(step);
        };
    }

    private boolean newer(WorkStep step) {
        return switch (this) {
            case Unknown unknown -> true;
            case Working working -> step.after(working.step());
            case Resting resting -> step.after(resting.step());
            case Closed closed -> step.after(closed.step());
        };
    }

    /** Without having seen the begin nobody here knows the end; the commander does. */
    private Instant until() {
        return switch (this) {
            case Unknown unknown -> Instant.MAX;
            case Working working -> working.until();
            case Resting resting -> resting.until();
            case Closed closed -> Instant.MAX;
        };
    }
}

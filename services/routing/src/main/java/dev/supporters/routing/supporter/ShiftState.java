package dev.supporters.routing.supporter;

import dev.supporters.contract.WorkStep;

import java.time.Instant;

/** Whether a driver works, as the topic of works tells. */
public sealed interface ShiftState {

    /** Nothing was heard. */
    record Unknown() implements ShiftState {}

    /** Takes calls until the window ends. */
    record OnDuty(WorkStep step, Instant until) implements ShiftState {}

    /** Rests; may come back until the window ends. */
    record Resting(WorkStep step, Instant until) implements ShiftState {}

    /** The shift is over, or takes no new calls any more. */
    record OffDuty(WorkStep step) implements ShiftState {}

    /** The shift began; its window ends at a time. */
    default ShiftState begun(WorkStep step, Instant until) {
        return newer(step) ? new OnDuty(step, until) : this;
    }

    /** A later step of the shift. */
    default ShiftState next(WorkStep step) {
        if (!newer(step)) {
            return this;
        }
        return switch (step.state()) {
            case WORKING -> new OnDuty(step, until());
            case RESTING -> new Resting(step, until());
            case ENDING, ENDED -> new OffDuty(step);
        };
    }

    private boolean newer(WorkStep step) {
        return switch (this) {
            case Unknown unknown -> true;
            case OnDuty on -> step.after(on.step());
            case Resting resting -> step.after(resting.step());
            case OffDuty off -> step.after(off.step());
        };
    }

    /** Without having seen the begin nobody here knows the end; the commander does. */
    private Instant until() {
        return switch (this) {
            case Unknown unknown -> Instant.MAX;
            case OnDuty on -> on.until();
            case Resting resting -> resting.until();
            case OffDuty off -> Instant.MAX;
        };
    }
}

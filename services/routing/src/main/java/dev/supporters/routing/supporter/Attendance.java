package dev.supporters.routing.supporter;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** Whether a driver is at work, as the clock-in topic tells. */
public sealed interface Attendance {

    /** Nothing was heard. */
    record Unknown() implements Attendance {}

    /** Takes calls of a product until the window ends. */
    record OnDuty(Work work, Product product, Instant until) implements Attendance {}

    /** Rests; may come back until the window ends. */
    record Resting(Work work, Product product, Instant until) implements Attendance {}

    /** Has ended, or takes no new calls any more. */
    record OffDuty(Work work) implements Attendance {}

    default Attendance begun(Work work, Product product, Instant until) {
        return newer(work) ? new OnDuty(work, product, until) : this;
    }

    default Attendance rested(Work work, Product product) {
        return newer(work) ? new Resting(work, product, until()) : this;
    }

    default Attendance resumed(Work work, Product product) {
        return newer(work) ? new OnDuty(work, product, until()) : this;
    }

    default Attendance ended(Work work) {
        return newer(work) ? new OffDuty(work) : this;
    }

    private boolean newer(Work work) {
        return switch (this) {
            case Unknown unknown -> true;
            case OnDuty on -> work.after(on.work());
            case Resting resting -> work.after(resting.work());
            case OffDuty off -> work.after(off.work());
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

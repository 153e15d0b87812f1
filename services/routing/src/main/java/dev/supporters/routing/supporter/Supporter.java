package dev.supporters.routing.supporter;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A driver as three topics tell, each in its own order. */
record Supporter(
        String driverId, Attendance attendance, Engagement engagement, Whereabouts whereabouts) {

    static Supporter unheard(String driverId) {
        return new Supporter(
                driverId, new Attendance.Unknown(), Engagement.UNHEARD, new Whereabouts.Unknown());
    }

    Supporter attending(UnaryOperator<Attendance> change) {
        return new Supporter(driverId, change.apply(attendance), engagement, whereabouts);
    }

    Supporter engaged(UnaryOperator<Engagement> change) {
        return new Supporter(driverId, attendance, change.apply(engagement), whereabouts);
    }

    Supporter located(UnaryOperator<Whereabouts> change) {
        return new Supporter(driverId, attendance, engagement, change.apply(whereabouts));
    }

    /** Free: on duty, without a command, and somebody knows where. */
    Optional<FreeSupporter> free() {
        return attendance instanceof Attendance.OnDuty on
                        && engagement instanceof Engagement.Idle
                        && whereabouts instanceof Whereabouts.Seen seen
                ? Optional.of(
                        new FreeSupporter(
                                driverId,
                                seen.position(),
                                seen.cell(),
                                on.product(),
                                on.work().region(),
                                on.until()))
                : Optional.empty();
    }
}

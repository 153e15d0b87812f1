package dev.supporters.routing.supporter;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.FreeSupporter;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A driver as three topics tell, each in its own order. */
record Supporter(
        DriverId driverId,
        ShiftState shift,
        EngagementStatus engagement,
        LastKnownLocation location) {

    static Supporter unheard(DriverId driverId) {
        return new Supporter(
                driverId,
                new ShiftState.Unknown(),
                EngagementStatus.UNHEARD,
                new LastKnownLocation.Unknown());
    }

    Supporter onShift(UnaryOperator<ShiftState> change) {
        return new Supporter(driverId, change.apply(shift), engagement, location);
    }

    Supporter engaged(UnaryOperator<EngagementStatus> change) {
        return new Supporter(driverId, shift, change.apply(engagement), location);
    }

    Supporter located(UnaryOperator<LastKnownLocation> change) {
        return new Supporter(driverId, shift, engagement, change.apply(location));
    }

    /** Free: working, without a command, and at a known position. */
    Optional<FreeSupporter> free() {
        return shift instanceof ShiftState.Working working
                        && engagement instanceof EngagementStatus.Idle
                        && location instanceof LastKnownLocation.Seen seen
                ? Optional.of(
                        new FreeSupporter(
                                driverId,
                                seen.position(),
                                seen.cell(),
                                working.step().product(),
                                working.step().region(),
                                working.until()))
                : Optional.empty();
    }
}

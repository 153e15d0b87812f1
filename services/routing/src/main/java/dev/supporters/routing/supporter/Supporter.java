package dev.supporters.routing.supporter;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Memberships;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.proto.common.v1.Product;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A driver as five topics tell, each in its own order.
 *
 * @param memberships empty if nothing was heard: who has begun a shift was a member then
 * @param tags empty if nothing was heard
 */
record Supporter(
        DriverId driverId,
        ShiftState shift,
        EngagementStatus engagement,
        LastKnownLocation location,
        Optional<Memberships> memberships,
        Set<String> tags) {

    Supporter {
        tags = Set.copyOf(tags);
    }

    static Supporter unheard(DriverId driverId) {
        return new Supporter(
                driverId,
                new ShiftState.NotHeardOf(),
                EngagementStatus.UNHEARD,
                new LastKnownLocation.Unknown(),
                Optional.empty(),
                Set.of());
    }

    Supporter onShift(UnaryOperator<ShiftState> change) {
        return new Supporter(
                driverId, change.apply(shift), engagement, location, memberships, tags);
    }

    Supporter engaged(UnaryOperator<EngagementStatus> change) {
        return new Supporter(
                driverId, shift, change.apply(engagement), location, memberships, tags);
    }

    Supporter located(UnaryOperator<LastKnownLocation> change) {
        return new Supporter(
                driverId, shift, engagement, change.apply(location), memberships, tags);
    }

    Supporter with(Memberships told) {
        return memberships.filter(known -> !told.after(known)).isPresent()
                ? this
                : new Supporter(driverId, shift, engagement, location, Optional.of(told), tags);
    }

    Supporter tagged(Set<String> told) {
        return new Supporter(driverId, shift, engagement, location, memberships, told);
    }

    /** Whether the driver is not known to have left the product's supporters, or to have switched off. */
    boolean takesPart(Product product) {
        return memberships.map(known -> known.includes(product)).orElse(true);
    }

    /** Free: working, without a command, and at a known position. */
    Optional<FreeSupporter> free() {
        return shift instanceof ShiftState.TakingCalls working
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

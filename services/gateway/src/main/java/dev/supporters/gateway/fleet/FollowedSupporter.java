package dev.supporters.gateway.fleet;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.gateway.fleet.FleetSupporter.Activity;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Optional;

/**
 * A supporter as topics tell of one. Each part has its own order: what is not newer changes nothing.
 *
 * @param shift the newest step of a shift; empty if none was heard of
 * @param engagement the newest step of a command or drive
 * @param place the newest position, or that there is none any more
 * @param move the move that the driver was asked to make or makes
 */
record FollowedSupporter(
        DriverId driverId,
        Optional<WorkStep> shift,
        Optional<EngagementStep> engagement,
        Optional<LastSeen> place,
        Optional<MoveTarget> move) {

    /**
     * Where the driver was.
     *
     * @param position empty if the driver cannot be reached any more
     */
    record LastSeen(Optional<Position> position, Instant time) {}

    static FollowedSupporter unheard(DriverId driverId) {
        return new FollowedSupporter(
                driverId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    FollowedSupporter after(WorkStep step) {
        return shift.filter(known -> !step.after(known)).isPresent()
                ? this
                : new FollowedSupporter(driverId, Optional.of(step), engagement, place, move);
    }

    FollowedSupporter after(EngagementStep step) {
        return engagement.filter(known -> !step.after(known)).isPresent()
                ? this
                : new FollowedSupporter(driverId, shift, Optional.of(step), place, move);
    }

    FollowedSupporter at(LastSeen told) {
        return place.filter(known -> told.time().isBefore(known.time())).isPresent()
                ? this
                : new FollowedSupporter(driverId, shift, engagement, Optional.of(told), move);
    }

    FollowedSupporter asked(MoveTarget target) {
        return move.filter(known -> !target.newer(known)).isPresent()
                ? this
                : new FollowedSupporter(driverId, shift, engagement, place, Optional.of(target));
    }

    /** As operators see it; empty for one who is not at work for the product in the region. */
    Optional<FleetSupporter> seen(Product product, Optional<String> region, Instant now) {
        return shift.filter(step -> step.state() != WorkStep.State.ENDED)
                .filter(step -> step.product() == product)
                .filter(step -> region.isEmpty() || region.get().equals(step.region()))
                .map(step -> seen(step, now));
    }

    private FleetSupporter seen(WorkStep step, Instant now) {
        Optional<EngagementStep> live =
                engagement
                        .filter(known -> known.state().live())
                        .filter(known -> known.workId().equals(step.workId()));
        Activity activity = live.map(FollowedSupporter::engaged).orElseGet(() -> idle(step));
        return new FleetSupporter(
                driverId,
                activity,
                live.map(EngagementStep::time).orElse(step.time()),
                live.map(EngagementStep::callId).map(CallId::value),
                place.flatMap(LastSeen::position),
                place.map(LastSeen::time),
                place.filter(known -> known.position().isEmpty()).isPresent(),
                move.filter(target -> activity == Activity.FREE && target.expires().isAfter(now))
                        .flatMap(MoveTarget::to));
    }

    private static Activity idle(WorkStep step) {
        return switch (step.state()) {
            case WORKING, ENDING -> Activity.FREE;
            case RESTING -> Activity.RESTING;
            case ENDED -> throw new IllegalStateException("not at work");
        };
    }

    private static Activity engaged(EngagementStep step) {
        return switch (step.state()) {
            case COMMANDED -> Activity.COMMANDED;
            case ACCEPTED -> Activity.ACCEPTED;
            case ARRIVED -> Activity.ARRIVED;
            case DRIVING -> Activity.DRIVING;
            case COMPLETED, REFUSED, CANCELLED -> throw new IllegalStateException("not engaged");
        };
    }
}

package dev.supporters.move.proposal;

import dev.supporters.contract.Place;
import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.move.MoveConfig;
import dev.supporters.move.proposal.MoveSignal.GoTo;
import dev.supporters.move.proposal.MoveSignal.Rest;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Clock;

/** Where the regions are, as the policies in force say. A driver is not sent to a place that is far outside the region of the shift. */
@Singleton
public class RegionBoundsProjection {

    private final PoliciesInForce<RegionBounds> regions;
    private final double marginMeters;

    @Inject
    RegionBoundsProjection(MoveConfig config, Clock clock) {
        this(config.marginMeters(), clock);
    }

    RegionBoundsProjection(double marginMeters, Clock clock) {
        this.marginMeters = marginMeters;
        regions =
                new PoliciesInForce<>(
                        inForce -> RegionBounds.of(inForce.policy().getBounds()), clock);
    }

    /** A policy was put; an older version than is known changes nothing. */
    public void put(PolicyPut put) {
        regions.put(put);
    }

    /** Whether the goal is within the region, or not farther from it than the margin. A region without a policy has no bounds. */
    boolean allows(MoveSignal signal, String region) {
        return switch (signal.goal()) {
            case Rest rest -> true;
            case GoTo goTo ->
                    regions.find(signal.product(), region)
                            .map(bounds -> allows(bounds, goTo.destination()))
                            .orElse(true);
        };
    }

    private boolean allows(RegionBounds bounds, Place destination) {
        return destination
                .position()
                .filter(position -> metersOutside(bounds, position) <= marginMeters)
                .isPresent();
    }

    private static double metersOutside(RegionBounds bounds, Position position) {
        Position nearest =
                new Position(
                        Math.clamp(position.lat(), bounds.south(), bounds.north()),
                        Math.clamp(position.lng(), bounds.west(), bounds.east()));
        return nearest.metersTo(position);
    }
}

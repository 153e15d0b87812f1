package dev.supporters.move.proposal;

import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.move.MoveConfig;
import dev.supporters.move.proposal.MoveSignal.GoTo;
import dev.supporters.move.proposal.MoveSignal.Rest;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the regions are, as the newest policies say. A driver is not sent to a place that is far outside the region of the shift. */
@Singleton
public class RegionBoundsProjection {

    private final Map<Region, Known> regions = new ConcurrentHashMap<>();
    private final double marginMeters;

    @Inject
    RegionBoundsProjection(MoveConfig config) {
        this(config.marginMeters());
    }

    RegionBoundsProjection(double marginMeters) {
        this.marginMeters = marginMeters;
    }

    private record Region(Product product, String name) {}

    private record Known(long version, RegionBounds bounds) {}

    /** A policy was put; an older version than is known changes nothing. */
    public void put(Policy policy) {
        regions.merge(
                new Region(policy.getProduct(), policy.getRegion()),
                new Known(policy.getVersion(), RegionBounds.of(policy.getBounds())),
                (known, next) -> next.version() > known.version() ? next : known);
    }

    /** Whether the goal is within the region, or not farther from it than the margin. A region without a policy has no bounds. */
    boolean allows(MoveSignal signal, String region) {
        Known known = regions.get(new Region(signal.product(), region));
        return switch (signal.goal()) {
            case Rest rest -> true;
            case GoTo goTo -> known == null || allows(known.bounds(), goTo.destination());
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

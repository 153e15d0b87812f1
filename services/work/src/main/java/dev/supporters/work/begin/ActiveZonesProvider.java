package dev.supporters.work.begin;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** The newest zones. */
public interface ActiveZonesProvider {

    /** Where a position in a region is. Without a plan that is valid the region applies. */
    Placement place(Product product, String region, Position position, Instant now);
}

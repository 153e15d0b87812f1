package dev.supporters.mlgateway.moves;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import java.time.Instant;
import java.util.Optional;

/** Finds recorded plans. */
public interface MovePlanRepository {

    /** The newest plan of the region that is not later than an instant. */
    Optional<MovePlanRecord> newest(Product product, String region, Instant until);
}

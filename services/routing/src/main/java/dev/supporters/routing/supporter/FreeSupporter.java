package dev.supporters.routing.supporter;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.geo.Position;

import java.time.Instant;

/** A supporter who can be commanded, in the region of the work. */
public record FreeSupporter(
        String driverId,
        Position position,
        long cell,
        Product product,
        String region,
        Instant until) {}

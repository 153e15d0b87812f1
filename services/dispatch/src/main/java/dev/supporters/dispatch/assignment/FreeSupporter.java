package dev.supporters.dispatch.assignment;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** A supporter who can be commanded, in the region of the shift. */
public record FreeSupporter(
        DriverId driverId,
        Position position,
        long cell,
        Product product,
        String region,
        Instant until) {}

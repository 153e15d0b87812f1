package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/**
 * Which calls on general dispatch are wanted around a point.
 *
 * @param radiusMeters how far away a customer may wait, along the great circle
 * @param begin requested at or after this
 * @param limit at most so many
 */
public record Nearby(Product product, Position here, int radiusMeters, Instant begin, int limit) {

    public Nearby {
        requireNonNull(product);
        requireNonNull(here);
        requireNonNull(begin);
    }
}

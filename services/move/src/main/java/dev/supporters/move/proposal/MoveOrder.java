package dev.supporters.move.proposal;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** What a pipeline wants of a driver. */
public record MoveOrder(
        String moveId, Product product, Destination destination, Instant expireTime, String model) {

    private static final int ID_LENGTH = 100;
    private static final int MODEL_LENGTH = 100;

    public MoveOrder {
        requireMoveId(moveId);
        requireProduct(product);
        Require.optionalText(model, "model", MODEL_LENGTH);
    }

    static String requireMoveId(String moveId) {
        return Require.text(moveId, "move_id", ID_LENGTH);
    }

    static Product requireProduct(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product that is sold");
        }
        return product;
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expireTime);
    }
}

package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;

/** Bounds of who works at what. */
public final class Drivers {

    private static final int ID_LENGTH = 64;

    private Drivers() {}

    public static String requireId(String driverId) {
        return Require.text(driverId, "driver_id", ID_LENGTH);
    }

    public static Product requireProduct(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product");
        }
        return product;
    }
}

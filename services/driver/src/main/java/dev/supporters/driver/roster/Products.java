package dev.supporters.driver.roster;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;

/** What products a request may name. */
public final class Products {

    private static final String PREFIX = "PRODUCT_";

    private Products() {}

    public static Product required(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product that is sold");
        }
        return product;
    }

    /** The product in a document's id, like "DRIVER". */
    public static String name(Product product) {
        return product.name().substring(PREFIX.length());
    }
}

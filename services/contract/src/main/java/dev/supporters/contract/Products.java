package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a product is written outside of protobuf. */
public final class Products {

    /** Of the constants in the protos. */
    public static final String PREFIX = "PRODUCT_";

    private Products() {}

    /** The product that a request must name. */
    public static Product required(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product that is sold");
        }
        return product;
    }

    /** As in documents and document ids: "DRIVER". */
    public static String name(Product product) {
        return product.name().substring(PREFIX.length());
    }

    /** As in work ids: "driver". */
    static String slug(Product product) {
        return name(product).toLowerCase(Locale.ROOT);
    }

    /** The product that is sold by this name: "DRIVER". */
    public static Optional<Product> sold(String name) {
        return Stream.of(Product.values())
                .filter(product -> product.name().equals(PREFIX + name))
                .filter(product -> product != Product.PRODUCT_UNSPECIFIED)
                .findFirst();
    }

    /** The product of a stored name, with or without the prefix of the protobuf constant. */
    public static Product parse(String name) {
        return Product.valueOf(name.startsWith(PREFIX) ? name : PREFIX + name);
    }
}

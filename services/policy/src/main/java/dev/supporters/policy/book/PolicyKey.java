package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;

import java.util.regex.Pattern;

/** Which policy: a product in a region. */
public record PolicyKey(Product product, String region) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final String PRODUCT_PREFIX = "PRODUCT_";

    public PolicyKey {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product that is sold");
        }
        if (!REGION.matcher(region).matches()) {
            throw Refusal.invalid(
                    "region",
                    region.isEmpty() ? "nothing" : region,
                    "1 to 40 lower-case letters, digits and hyphens");
        }
    }

    /** The document's id and the event's key, like "DRIVER/seoul". */
    public String id() {
        return product.name().substring(PRODUCT_PREFIX.length()) + "/" + region;
    }
}

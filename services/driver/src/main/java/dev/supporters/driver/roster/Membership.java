package dev.supporters.driver.roster;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.util.regex.Pattern;

/** A driver's membership in the supporters group of a product, under a region's policy. */
public record Membership(Product product, String region, ActivityMode mode) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    public Membership {
        Products.required(product);
        if (!REGION.matcher(region).matches()) {
            throw Refusal.invalid(
                    "region",
                    region.isEmpty() ? "nothing" : region,
                    "1 to 40 lower-case letters, digits and hyphens");
        }
        requireMode(mode);
    }

    static ActivityMode requireMode(ActivityMode mode) {
        if (mode == ActivityMode.ACTIVITY_MODE_UNSPECIFIED || mode == ActivityMode.UNRECOGNIZED) {
            throw Refusal.invalid("mode", mode, "ON or OFF");
        }
        return mode;
    }

    Membership in(ActivityMode other) {
        return new Membership(product, region, other);
    }
}

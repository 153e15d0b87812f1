package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.driver.v1.Membership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("Membership")
@Description("A driver's membership in the supporters group.")
public record MembershipView(
        @Description("The product.") Product product,
        @Description("The region whose policy holds.") String region,
        @Description("Whether the driver takes part at present.") ActivityMode activityMode) {

    static MembershipView of(Membership membership) {
        return new MembershipView(
                Wire.read(Product.class, membership.getProduct(), "PRODUCT_"),
                membership.getRegion(),
                Wire.read(ActivityMode.class, membership.getMode(), "ACTIVITY_MODE_"));
    }
}

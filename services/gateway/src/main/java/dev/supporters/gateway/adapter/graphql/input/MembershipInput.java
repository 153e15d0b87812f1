package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.ActivityMode;
import dev.supporters.gateway.adapter.graphql.view.Product;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("MembershipInput")
@Description("A driver's membership in the supporters group.")
public record MembershipInput(
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description("The region whose policy holds; at most 40 characters.")
                String region,
        @NonNull @Description("Whether the driver takes part at present.")
                ActivityMode activityMode) {}

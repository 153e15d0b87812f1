package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.ActivityMode;
import dev.supporters.gateway.adapter.graphql.view.Product;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetActivityModeInput")
@Description("Switches a member's activity mode.")
public record SetActivityModeInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @Description("The driver; a driver may leave it out.") String driverId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description("The new mode.") ActivityMode mode) {}

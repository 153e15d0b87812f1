package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.ActivityMode;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetActivityModeInput")
@Description("Switches a member's activity mode.")
public record SetActivityModeInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description("The new mode.") ActivityMode mode) {}

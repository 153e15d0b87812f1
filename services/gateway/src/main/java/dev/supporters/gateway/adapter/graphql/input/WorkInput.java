package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("WorkInput")
@Description("Whose work, of which product.")
public record WorkInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @DefaultValue("DRIVER") @Description("The product.") Product product) {}

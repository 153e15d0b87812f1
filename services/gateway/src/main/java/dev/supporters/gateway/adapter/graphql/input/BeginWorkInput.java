package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.AppPlatform;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("BeginWorkInput")
@Description("Begins the work of this business date.")
public record BeginWorkInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description("Where the driver stands.") PointInput location,
        @NonNull @Description("The app's platform.") AppPlatform appPlatform,
        @NonNull @Description("The app's version, like 5.2.0; at most 40 characters.")
                String appVersion) {}

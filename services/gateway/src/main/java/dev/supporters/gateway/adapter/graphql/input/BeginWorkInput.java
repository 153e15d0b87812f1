package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.AppPlatform;
import dev.supporters.gateway.adapter.graphql.view.Product;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("BeginWorkInput")
@Description("Begins the work of this business date.")
public record BeginWorkInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @Description("The driver; a driver may leave it out.") String driverId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description("Where the driver stands.") PointInput location,
        @NonNull @Description("The app's platform.") AppPlatform appPlatform,
        @NonNull @Description("The app's version, like 5.2.0; at most 40 characters.")
                String appVersion) {}

package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("DriverPayload")
@Description("A profile, as the mutation left it.")
public record DriverPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The profile.") DriverView driver) {}

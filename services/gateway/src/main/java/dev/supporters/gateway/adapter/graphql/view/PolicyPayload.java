package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("PolicyPayload")
@Description("A policy, as it was put.")
public record PolicyPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The policy with its version.") PolicyView policy) {}

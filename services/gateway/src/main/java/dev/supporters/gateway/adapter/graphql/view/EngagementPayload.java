package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("EngagementPayload")
@Description("A driver's slot, as the mutation left it.")
public record EngagementPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The driver's slot now.") EngagementView engagement) {}

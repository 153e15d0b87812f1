package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("WorkPayload")
@Description("A work, as the mutation left it.")
public record WorkPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The work.") WorkView work) {}

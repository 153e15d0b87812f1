package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("MovePayload")
@Description("A move, as the mutation left it.")
public record MovePayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The move.") MoveView move) {}

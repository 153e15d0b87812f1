package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("StatementPayload")
@Description("A statement, as the mutation left it.")
public record StatementPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The statement.") StatementView statement) {}

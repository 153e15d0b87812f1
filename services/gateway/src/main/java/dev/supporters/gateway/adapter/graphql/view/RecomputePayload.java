package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("RecomputePayload")
@Description("A recomputed statement.")
public record RecomputePayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("From the events, without the ledger.") StatementView statement,
        @NonNull @Description("Whether the ledger says the same.") Boolean same) {}

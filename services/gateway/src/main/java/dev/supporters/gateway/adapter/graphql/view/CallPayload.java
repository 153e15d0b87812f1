package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("CallPayload")
@Description("A call, as the mutation left it.")
public record CallPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The call.") CallView call) {}

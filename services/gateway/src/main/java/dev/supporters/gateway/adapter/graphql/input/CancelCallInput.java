package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CancelCallInput")
@Description("Cancels a call before its drive.")
public record CancelCallInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @NonNull @Description("The call.") String callId) {}

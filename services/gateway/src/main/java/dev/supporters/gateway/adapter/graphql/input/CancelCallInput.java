package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CancelCallInput")
@Description("Cancels a call before its drive.")
public record CancelCallInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @NonNull @Description("The call.") String callId) {}

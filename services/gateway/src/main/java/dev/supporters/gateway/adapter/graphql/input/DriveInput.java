package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DriveInput")
@Description("A step of an accepted drive.")
public record DriveInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @Description("The driver; a driver may leave it out.") String driverId,
        @Id @NonNull @Description("The call.") String callId) {}

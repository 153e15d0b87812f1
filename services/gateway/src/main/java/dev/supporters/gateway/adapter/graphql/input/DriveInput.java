package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DriveInput")
@Description("A step of an accepted drive.")
public record DriveInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @Id @NonNull @Description("The call.") String callId) {}

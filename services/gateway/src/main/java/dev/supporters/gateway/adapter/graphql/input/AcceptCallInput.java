package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("AcceptCallInput")
@Description("Accepts a command. The command or the call must be given.")
public record AcceptCallInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @Id @Description("The command.") String commandId,
        @Id @Description("The call, for those who do not know the command.") String callId) {}

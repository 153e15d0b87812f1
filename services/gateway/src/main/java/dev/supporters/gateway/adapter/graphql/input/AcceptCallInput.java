package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("AcceptCallInput")
@Description("Accepts a command. The command or the call must be given.")
public record AcceptCallInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @Description("The driver; a driver may leave it out.") String driverId,
        @Id @Description("The command.") String commandId,
        @Id @Description("The call, for those who do not know the command.") String callId) {}

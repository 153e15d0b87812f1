package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.RefusalReason;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RefuseCallInput")
@Description("Refuses a command. The command or the call must be given.")
public record RefuseCallInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @Id @Description("The driver; a driver may leave it out.") String driverId,
        @Id @Description("The command.") String commandId,
        @Id @Description("The call, for those who do not know the command.") String callId,
        @NonNull @Description("Why.") RefusalReason reason,
        @Description("In the driver's words; at most 500 characters.") String comment) {}

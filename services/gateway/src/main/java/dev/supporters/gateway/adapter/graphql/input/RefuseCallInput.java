package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.RefusalReason;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RefuseCallInput")
@Description("Refuses a command. The command or the call must be given.")
public record RefuseCallInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @Description(Words.DRIVER) String driverId,
        @Id @Description("The command.") String commandId,
        @Id @Description("The call, for those who do not know the command.") String callId,
        @NonNull @Description("Why.") RefusalReason reason,
        @Description("In the driver's words; at most 500 characters.") String comment) {}

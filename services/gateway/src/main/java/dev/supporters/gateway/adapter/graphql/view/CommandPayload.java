package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.commander.v1.RespondResponse;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("CommandPayload")
@Description("How the command came out.")
public record CommandPayload(
        @Description("As it was given.") String clientMutationId,
        @Description("The outcome.") CommandOutcome outcome,
        @NonNull @Description("The driver's slot now.") EngagementView engagement) {

    public static CommandPayload of(String clientMutationId, RespondResponse response) {
        return new CommandPayload(
                clientMutationId,
                Wire.read(CommandOutcome.class, response.getOutcome(), "COMMAND_OUTCOME_"),
                EngagementView.of(response.getEngagement()));
    }
}

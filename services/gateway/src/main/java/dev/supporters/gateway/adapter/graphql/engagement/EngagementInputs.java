package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.RefusalReason;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How drivers answer commands. */
public final class EngagementInputs {

    private EngagementInputs() {}

    @Input("AcceptCallInput")
    @Description("Accepts a command. The command or the call must be given.")
    public record AcceptCallInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Id @Description("The command.") String commandId,
            @Id @Description("The call, for those who do not know the command.") String callId) {}

    @Input("RefuseCallInput")
    @Description("Refuses a command. The command or the call must be given.")
    public record RefuseCallInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Id @Description("The command.") String commandId,
            @Id @Description("The call, for those who do not know the command.") String callId,
            @NonNull @Description("Why.") RefusalReason reason,
            @Description("In the driver's words; at most 500 characters.") String comment) {}

    @Input("DriveInput")
    @Description("A step of an accepted drive.")
    public record DriveInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Id @NonNull @Description("The call.") String callId) {}
}

package dev.supporters.gateway.adapter.graphql.move;

import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How drivers answer moves. */
public final class MoveInputs {

    private MoveInputs() {}

    @Input("RespondToMoveInput")
    @Description("Answers a move.")
    public record RespondToMoveInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Id @NonNull @Description("The move.") String moveId,
            @NonNull @Description("True to do it, false to decline.") Boolean accept) {}
}

package dev.supporters.gateway.adapter.graphql.move;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.CallLocation;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

/** Moves as the schema shows them. */
public final class MoveTypes {

    private MoveTypes() {}

    @Type("Move")
    @Description("A recommendation to an idle supporter to go where demand will be.")
    public record MoveView(
            @Id @NonNull @Description("The move.") String moveId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("Where to.") CallLocation destinationInfo,
            @Description("The state of the move.") MoveState state,
            @Description("When it was proposed.") Instant createdAt,
            @Description("When it ends by itself.") Instant expiresAt,
            @NonNull @Description("Grows with every change.") Long version) {}

    @Enum("MoveState")
    @Description("The state of a move.")
    public enum MoveState {
        @Description("Shown to the driver.")
        PROPOSED,

        @Description("The driver goes there.")
        ACCEPTED,

        @Description("The driver does not want to.")
        DECLINED,

        @Description("Its time is over.")
        EXPIRED,

        @Description("A command, a newer move, a rest or the end of the shift came.")
        SUPERSEDED
    }

    @Type("MovePayload")
    @Description("A move, as the mutation left it.")
    public record MovePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The move.") MoveView move) {}
}

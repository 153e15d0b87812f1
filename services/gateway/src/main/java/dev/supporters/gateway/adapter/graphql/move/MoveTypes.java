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
    @Description(
            "A recommendation to an idle supporter: to go where demand will be, or to rest before"
                    + " it comes.")
    public record MoveView(
            @Id @NonNull @Description("The move.") String moveId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @NonNull @Description("What the driver is asked to do.") MoveKind kind,
            @Description("Where to; null for a rest.") CallLocation destinationInfo,
            @Description("The state of the move.") MoveState state,
            @Description("When it was proposed.") Instant createdAt,
            @Description("When it ends by itself.") Instant expiresAt,
            @NonNull @Description("Grows with every change.") Long version) {}

    @Enum("MoveKind")
    @Description("What a move asks the driver to do.")
    public enum MoveKind {
        @Description("To go to the destination.")
        PLACE,

        @Description("To rest now. Who accepts it begins the rest with the mutation rest.")
        REST
    }

    @Type("ActiveMove")
    @Description("A move while it lives.")
    public record ActiveMoveView(
            @Id @NonNull @Description("The move.") String moveId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @NonNull @Description("What the driver is asked to do.") MoveKind kind,
            @Description("Where to; null for a rest.") CallLocation destinationInfo,
            @Description("The state of the move.") MoveState state,
            @Description("When it was proposed.") Instant createdAt,
            @Description("When it ends by itself.") Instant expiresAt,
            @NonNull @Description("Grows with every change.") Long version) {}

    @Type("MoveChange")
    @Description("What a driver is asked to do at present.")
    public record MoveChangeView(
            @Description("The live move; null when there is none.") MoveView move) {}

    @Enum("MoveState")
    @Description("The state of a move.")
    public enum MoveState {
        @Description("Shown to the driver.")
        PROPOSED,

        @Description("The driver agreed.")
        ACCEPTED,

        @Description("The driver does not want to.")
        DECLINED,

        @Description("Its time is over.")
        EXPIRED,

        @Description("A command, a newer move, a rest or the end of the shift came.")
        SUPERSEDED,

        @Description(
                "The driver did it: is at the destination after accepting, or rests as advised.")
        ARRIVED
    }

    @Type("MovePayload")
    @Description("A move, as the mutation left it.")
    public record MovePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The move.") MoveView move) {}
}

package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.move.v1.Move;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("Move")
@Description("A recommendation to an idle supporter to go where demand will be.")
public record MoveView(
        @Id @NonNull @Description("The move.") String moveId,
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("The product.") Product product,
        @Description("Where to.") CallLocation destinationInfo,
        @Description("Where the move stands.") MoveState state,
        @Description("When it was proposed.") Instant createdAt,
        @Description("When it ends by itself.") Instant expiresAt,
        @NonNull @Description("Grows with every change.") Long version) {

    public static MoveView of(Move move) {
        return new MoveView(
                move.getMoveId(),
                move.getDriverId(),
                Wire.read(Product.class, move.getProduct(), "PRODUCT_"),
                CallLocation.of(move.getDestination()),
                Wire.read(MoveState.class, move.getState(), "MOVE_STATE_"),
                Wire.instant(move.hasCreateTime(), move.getCreateTime()),
                Wire.instant(move.hasExpireTime(), move.getExpireTime()),
                move.getVersion());
    }
}

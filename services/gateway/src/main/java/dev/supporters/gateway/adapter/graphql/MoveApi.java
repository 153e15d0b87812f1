package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.RespondToMoveInput;
import dev.supporters.gateway.adapter.graphql.view.MovePayload;
import dev.supporters.gateway.adapter.graphql.view.MoveView;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.MoveClient;
import dev.supporters.proto.move.v1.RespondRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Moves: where idle supporters should go. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class MoveApi {

    private final Viewers viewers;
    private final MoveClient moves;

    MoveApi(Viewers viewers, MoveClient moves) {
        this.viewers = viewers;
        this.moves = moves;
    }

    @Query("activeMove")
    @Description("The live move of a driver; null when there is none. Drivers see their own.")
    public MoveView activeMove(
            @NonNull @Description("The product.") Product product,
            @Id @Description(Words.DRIVER) String driverId) {
        return moves.active(Bounds.driver(viewers.current(), driverId), Bounds.product(product))
                .map(MoveView::of)
                .orElse(null);
    }

    @NonNull
    @Mutation("respondToMove")
    @Description("Accepts or declines a move.")
    public MovePayload respondToMove(
            @NonNull @Description("The answer.") RespondToMoveInput input) {
        Viewer viewer = viewers.current();
        RespondRequest request =
                RespondRequest.newBuilder()
                        .setRequestId(
                                RequestKeys.of("respondToMove", viewer, input.clientMutationId()))
                        .setDriverId(Bounds.driver(viewer, input.driverId()))
                        .setMoveId(Bounds.text(input.moveId(), "moveId", 100))
                        .setAccept(input.accept())
                        .build();
        return new MovePayload(input.clientMutationId(), MoveView.of(moves.respond(request)));
    }
}

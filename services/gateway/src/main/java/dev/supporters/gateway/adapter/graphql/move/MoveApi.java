package dev.supporters.gateway.adapter.graphql.move;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.PrincipalProvider;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.move.MoveInputs.RespondToMoveInput;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MovePayload;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveView;
import dev.supporters.gateway.adapter.grpc.MoveClient;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.move.v1.Move;

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

    private final PrincipalProvider principals;
    private final MoveClient moves;

    MoveApi(PrincipalProvider principals, MoveClient moves) {
        this.principals = principals;
        this.moves = moves;
    }

    @Query("activeMove")
    @Description("The live move of a driver; null when there is none. Drivers see their own.")
    public MoveView activeMove(
            @NonNull @Description("The product.") Product product,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        return moves.active(
                        InputChecks.driverId(principals.get(), driverId),
                        ProtoMapper.product(product))
                .map(MoveSchemaMapper::view)
                .orElse(null);
    }

    @NonNull
    @Mutation("respondToMove")
    @Description("Accepts or declines a move.")
    public MovePayload respondToMove(
            @NonNull @Description("The answer.") RespondToMoveInput input) {
        Move move = moves.respond(MoveSchemaMapper.request(principals.get(), input));
        return new MovePayload(input.clientMutationId(), MoveSchemaMapper.view(move));
    }
}

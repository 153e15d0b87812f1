package dev.supporters.gateway.adapter.graphql.move;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.graphql.move.MoveInputs.RespondToMoveInput;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.ActiveMoveView;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveChangeView;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MovePayload;
import dev.supporters.gateway.adapter.graphql.move.MoveTypes.MoveView;
import dev.supporters.gateway.adapter.grpc.MoveClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Moves: where idle supporters should go, and when they had better rest. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class MoveApi {

    private final PrincipalProvider principals;
    private final MoveClient moves;
    private final SubscriptionHub subscriptions;

    MoveApi(PrincipalProvider principals, MoveClient moves, SubscriptionHub subscriptions) {
        this.principals = principals;
        this.moves = moves;
        this.subscriptions = subscriptions;
    }

    @Query("activeMove")
    @Description("The live move of a driver; null when there is none. Drivers see their own.")
    public ActiveMoveView activeMove(
            @NonNull @Description("The product.") Product product,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        return MoveSchemaMapper.active(
                moves.active(
                        InputChecks.driverId(principals.get(), driverId),
                        ProtoMapper.product(product)));
    }

    @NonNull
    @Query("driverMoves")
    @Description(
            "A driver's moves, whatever came of them: the live one, and the newest 20 that ended, the newest first. For operators.")
    public List<@NonNull MoveView> driverMoves(
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Id @NonNull @Description("The driver.") String driverId) {
        Principal operator = principals.operator();
        return moves
                .all(InputChecks.driverId(operator, driverId), ProtoMapper.product(product))
                .stream()
                .map(MoveSchemaMapper::view)
                .toList();
    }

    @Subscription("moves")
    @Description("The live move of a driver now, then after each change. Drivers see their own.")
    public Multi<MoveChangeView> moves(
            @NonNull @Description("The product.") Product product,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        Session session = principals.session();
        DriverId driver = InputChecks.driverId(session.principal(), driverId);
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.moves(driver),
                        List.of("moves", driver, product),
                        _ -> snapshot(driver, ProtoMapper.product(product))));
    }

    @NonNull
    @Mutation("respondToMove")
    @Description("Accepts or declines a move.")
    public MovePayload respondToMove(
            @NonNull @Description("The answer.") RespondToMoveInput input) {
        Move move = moves.respond(MoveSchemaMapper.request(principals.get(), input));
        return new MovePayload(input.clientMutationId(), MoveSchemaMapper.view(move));
    }

    private Snapshot<MoveChangeView> snapshot(
            DriverId driverId, dev.supporters.proto.common.v1.Product product) {
        GetActiveResponse response = moves.active(driverId, product);
        return new Snapshot<>(MoveSchemaMapper.change(response), response.getVersion(), false);
    }
}

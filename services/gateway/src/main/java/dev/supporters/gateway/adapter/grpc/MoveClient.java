package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.move.v1.GetActiveRequest;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.GetDriverMovesRequest;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveServiceGrpc.MoveServiceBlockingStub;
import dev.supporters.proto.move.v1.RespondRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** The service `move`. */
@ApplicationScoped
public class MoveClient {

    private static final String REMOTE = "move";

    private final ServiceInvoker invoker;
    private final MoveServiceBlockingStub stub;

    MoveClient(ServiceInvoker invoker, @GrpcClient("move") MoveServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    /** The driver's live move, if there is one, and the version of all moves of the driver. */
    public GetActiveResponse active(DriverId driverId, Product product) {
        GetActiveRequest request =
                GetActiveRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::getActive);
    }

    /** The driver's moves, also those that ended; the newest first. */
    public List<Move> all(DriverId driverId, Product product) {
        GetDriverMovesRequest request =
                GetDriverMovesRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::getDriverMoves).getMovesList();
    }

    public Move respond(RespondRequest request) {
        return invoker.call(REMOTE, request, stub::respond).getMove();
    }
}

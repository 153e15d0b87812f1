package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.mlgateway.v1.GetModelsRequest;
import dev.supporters.proto.mlgateway.v1.GetModelsResponse;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The service `mlgateway`. */
@ApplicationScoped
public class MlGatewayClient {

    private static final String REMOTE = "mlgateway";

    private final ServiceInvoker invoker;
    private final MlGatewayServiceBlockingStub stub;

    MlGatewayClient(
            ServiceInvoker invoker, @GrpcClient("mlgateway") MlGatewayServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    /** The models of the process that answers. */
    public GetModelsResponse models() {
        return invoker.call(REMOTE, GetModelsRequest.getDefaultInstance(), stub::getModels);
    }
}

package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc.WorkServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** The service `work`. */
@ApplicationScoped
public class WorkClient {

    private static final String REMOTE = "work";

    private final ServiceInvoker invoker;
    private final WorkServiceBlockingStub stub;

    WorkClient(ServiceInvoker invoker, @GrpcClient("work") WorkServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Optional<Work> status(DriverId driverId, Product product) {
        GetStatusRequest request =
                GetStatusRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        GetStatusResponse response = invoker.call(REMOTE, request, stub::getStatus);
        return response.hasWork() ? Optional.of(response.getWork()) : Optional.empty();
    }

    public Work begin(BeginRequest request) {
        return invoker.call(REMOTE, request, stub::begin).getWork();
    }

    public Work endByOperator(EndByOperatorRequest request) {
        return invoker.call(REMOTE, request, stub::endByOperator).getWork();
    }

    public Work rest(String requestId, DriverId driverId, Product product) {
        RestRequest request =
                RestRequest.newBuilder()
                        .setRequestId(requestId)
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::rest).getWork();
    }

    public Work resume(String requestId, DriverId driverId, Product product) {
        ResumeRequest request =
                ResumeRequest.newBuilder()
                        .setRequestId(requestId)
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::resume).getWork();
    }

    public Work end(String requestId, DriverId driverId, Product product) {
        EndRequest request =
                EndRequest.newBuilder()
                        .setRequestId(requestId)
                        .setDriverId(driverId.value())
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::end).getWork();
    }
}

package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.DecisionRequest;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.supporters.proto.insight.v1.KpisRequest;
import dev.supporters.proto.insight.v1.KpisResponse;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** The service `insight`. */
@ApplicationScoped
public class InsightClient {

    private static final String REMOTE = "insight";

    private final ServiceInvoker invoker;
    private final InsightServiceBlockingStub stub;

    InsightClient(ServiceInvoker invoker, @GrpcClient("insight") InsightServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    /**
     * The figures of a night.
     *
     * @param region empty for all regions
     */
    public KpisResponse kpis(LocalDate businessDate, Product product, String region) {
        KpisRequest request =
                KpisRequest.newBuilder()
                        .setBusinessDate(businessDate.toString())
                        .setProduct(product)
                        .setRegion(region)
                        .build();
        return invoker.call(REMOTE, request, stub::kpis);
    }

    public DecisionResponse decision(CallId callId) {
        DecisionRequest request = DecisionRequest.newBuilder().setCallId(callId.value()).build();
        return invoker.call(REMOTE, request, stub::decision);
    }
}

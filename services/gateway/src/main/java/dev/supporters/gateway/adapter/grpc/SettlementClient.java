package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.supporters.proto.settlement.v1.Statement;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The service `settlement`. */
@ApplicationScoped
public class SettlementClient {

    private static final String REMOTE = "settlement";

    private final Outbound outbound;
    private final SettlementServiceBlockingStub stub;

    SettlementClient(
            Outbound outbound, @GrpcClient("settlement") SettlementServiceBlockingStub stub) {
        this.outbound = outbound;
        this.stub = stub;
    }

    public Statement statement(String driverId, String businessDate, Product product) {
        GetStatementRequest request =
                GetStatementRequest.newBuilder()
                        .setDriverId(driverId)
                        .setBusinessDate(businessDate)
                        .setProduct(product)
                        .build();
        return outbound.call(REMOTE, () -> stub.getStatement(request)).getStatement();
    }

    public ListStatementsResponse statements(ListStatementsRequest request) {
        return outbound.call(REMOTE, () -> stub.listStatements(request));
    }

    public Statement adjust(AdjustRequest request) {
        return outbound.call(REMOTE, () -> stub.adjust(request)).getStatement();
    }

    public RecomputeResponse recompute(RecomputeRequest request) {
        return outbound.call(REMOTE, () -> stub.recompute(request));
    }
}

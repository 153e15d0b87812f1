package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AnswerDisputeRequest;
import dev.supporters.proto.settlement.v1.BusinessDate;
import dev.supporters.proto.settlement.v1.CloseBusinessDateRequest;
import dev.supporters.proto.settlement.v1.Dispute;
import dev.supporters.proto.settlement.v1.GetBusinessDateRequest;
import dev.supporters.proto.settlement.v1.GetMonthRequest;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.ListDisputesRequest;
import dev.supporters.proto.settlement.v1.ListDisputesResponse;
import dev.supporters.proto.settlement.v1.ListMinutesRequest;
import dev.supporters.proto.settlement.v1.ListMinutesResponse;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.OpenDisputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.WithdrawDisputeRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The service `settlement`. */
@ApplicationScoped
public class SettlementClient {

    private static final String REMOTE = "settlement";

    private final ServiceInvoker invoker;
    private final SettlementServiceBlockingStub stub;

    SettlementClient(
            ServiceInvoker invoker, @GrpcClient("settlement") SettlementServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Statement statement(DriverId driverId, String businessDate, Product product) {
        GetStatementRequest request =
                GetStatementRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setBusinessDate(businessDate)
                        .setProduct(product)
                        .build();
        return invoker.call(REMOTE, request, stub::getStatement).getStatement();
    }

    public ListStatementsResponse statements(ListStatementsRequest request) {
        return invoker.call(REMOTE, request, stub::listStatements);
    }

    public Statement adjust(AdjustRequest request) {
        return invoker.call(REMOTE, request, stub::adjust).getStatement();
    }

    public RecomputeResponse recompute(RecomputeRequest request) {
        return invoker.call(REMOTE, request, stub::recompute);
    }

    public Dispute openDispute(OpenDisputeRequest request) {
        return invoker.call(REMOTE, request, stub::openDispute).getDispute();
    }

    public Dispute answerDispute(AnswerDisputeRequest request) {
        return invoker.call(REMOTE, request, stub::answerDispute).getDispute();
    }

    public Dispute withdrawDispute(WithdrawDisputeRequest request) {
        return invoker.call(REMOTE, request, stub::withdrawDispute).getDispute();
    }

    public ListDisputesResponse disputes(ListDisputesRequest request) {
        return invoker.call(REMOTE, request, stub::listDisputes);
    }

    public GetMonthResponse month(GetMonthRequest request) {
        return invoker.call(REMOTE, request, stub::getMonth);
    }

    public ListMinutesResponse minutes(ListMinutesRequest request) {
        return invoker.call(REMOTE, request, stub::listMinutes);
    }

    public BusinessDate closeBusinessDate(CloseBusinessDateRequest request) {
        return invoker.call(REMOTE, request, stub::closeBusinessDate).getBusinessDate();
    }

    public BusinessDate businessDate(GetBusinessDateRequest request) {
        return invoker.call(REMOTE, request, stub::getBusinessDate).getBusinessDate();
    }
}

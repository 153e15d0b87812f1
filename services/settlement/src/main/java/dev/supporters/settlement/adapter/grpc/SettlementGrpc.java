package dev.supporters.settlement.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.GetStatementResponse;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementService;
import dev.supporters.settlement.ledger.AdjustmentOrder;
import dev.supporters.settlement.ledger.LedgerService;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.settlement.ledger.StatementProtoMapper;
import dev.supporters.settlement.ledger.StatementService;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

/** The statements over gRPC. */
@GrpcService
class SettlementGrpc implements SettlementService {

    private static final Logger LOG = Logger.getLogger(SettlementGrpc.class);
    private static final int PAGE_STANDARD = 100;
    private static final int PAGE_MOST = 1000;

    private final StatementService statements;
    private final LedgerService ledgers;
    private final GrpcResponder responder;

    SettlementGrpc(StatementService statements, LedgerService ledgers, GrpcResponder responder) {
        this.statements = statements;
        this.ledgers = ledgers;
        this.responder = responder;
    }

    @Override
    public Uni<GetStatementResponse> getStatement(GetStatementRequest request) {
        return responder.answer(() -> {
            Statement statement =
                    statements.get(
                            workId(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()));
            return GetStatementResponse.newBuilder()
                    .setStatement(StatementProtoMapper.toProto(statement))
                    .build();
        });
    }

    @Override
    public Uni<ListStatementsResponse> listStatements(ListStatementsRequest request) {
        return responder.answer(() -> {
            StatementService.Page page =
                    statements.list(
                            WorkId.businessDate(request.getBusinessDate()),
                            request.getPageToken(),
                            Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST));
            return ListStatementsResponse.newBuilder()
                    .addAllStatements(
                            page.statements().stream().map(StatementProtoMapper::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<AdjustResponse> adjust(AdjustRequest request) {
        return responder.answer(() -> {
            AdjustmentOrder order =
                    new AdjustmentOrder(
                            request.getRequestId(),
                            workId(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()),
                            request.getAmount().getAmount(),
                            request.getAmount().getCurrency(),
                            request.getReason(),
                            request.getActor());
            Statement statement = ledgers.adjust(order);
            LOG.infof(
                    "statement adjusted workId=%s requestId=%s",
                    statement.workId(), order.requestId());
            return AdjustResponse.newBuilder()
                    .setStatement(StatementProtoMapper.toProto(statement))
                    .build();
        });
    }

    @Override
    public Uni<RecomputeResponse> recompute(RecomputeRequest request) {
        return responder.answer(() -> {
            StatementService.Recomputation recomputed =
                    statements.recompute(
                            workId(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()));
            if (!recomputed.same()) {
                LOG.errorf(
                        "ledger differs from its events workId=%s",
                        recomputed.statement().workId());
            }
            return RecomputeResponse.newBuilder()
                    .setStatement(StatementProtoMapper.toProto(recomputed.statement()))
                    .setSame(recomputed.same())
                    .build();
        });
    }

    private static WorkId workId(String driverId, Product product, String businessDate) {
        return WorkId.of(
                new DriverId(driverId),
                Products.required(product),
                WorkId.businessDate(businessDate));
    }
}

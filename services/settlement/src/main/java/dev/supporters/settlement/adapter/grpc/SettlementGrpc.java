package dev.supporters.settlement.adapter.grpc;

import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.GetStatementResponse;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementService;
import dev.supporters.settlement.ledger.Account;
import dev.supporters.settlement.ledger.AdjustOrder;
import dev.supporters.settlement.ledger.LedgerBook;
import dev.supporters.settlement.ledger.Page;
import dev.supporters.settlement.ledger.Recomputed;
import dev.supporters.settlement.ledger.StatementMessages;
import dev.supporters.settlement.ledger.Statements;
import dev.supporters.settlement.ledger.WorkKey;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

/** The statements over gRPC. */
@GrpcService
class SettlementGrpc implements SettlementService {

    private static final Logger LOG = Logger.getLogger(SettlementGrpc.class);
    private static final int PAGE_STANDARD = 100;
    private static final int PAGE_MOST = 1000;

    private final Statements statements;
    private final LedgerBook book;
    private final GrpcResponder rpc;

    SettlementGrpc(Statements statements, LedgerBook book, GrpcResponder rpc) {
        this.statements = statements;
        this.book = book;
        this.rpc = rpc;
    }

    @Override
    public Uni<GetStatementResponse> getStatement(GetStatementRequest request) {
        return rpc.answer(() -> {
            Account account =
                    statements.get(
                            WorkKey.parse(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()));
            return GetStatementResponse.newBuilder()
                    .setStatement(StatementMessages.statement(account))
                    .build();
        });
    }

    @Override
    public Uni<ListStatementsResponse> listStatements(ListStatementsRequest request) {
        return rpc.answer(() -> {
            Page page =
                    statements.list(
                            WorkKey.date(request.getBusinessDate()),
                            request.getPageToken(),
                            Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST));
            return ListStatementsResponse.newBuilder()
                    .addAllStatements(
                            page.accounts().stream().map(StatementMessages::statement).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<AdjustResponse> adjust(AdjustRequest request) {
        return rpc.answer(() -> {
            AdjustOrder order =
                    new AdjustOrder(
                            request.getRequestId(),
                            WorkKey.parse(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()),
                            request.getAmount().getAmount(),
                            request.getAmount().getCurrency(),
                            request.getReason(),
                            request.getActor());
            Account account = book.adjust(order);
            LOG.infof(
                    "statement adjusted workId=%s requestId=%s",
                    account.workId(), order.requestId());
            return AdjustResponse.newBuilder()
                    .setStatement(StatementMessages.statement(account))
                    .build();
        });
    }

    @Override
    public Uni<RecomputeResponse> recompute(RecomputeRequest request) {
        return rpc.answer(() -> {
            Recomputed recomputed =
                    statements.recompute(
                            WorkKey.parse(
                                    request.getDriverId(),
                                    request.getProduct(),
                                    request.getBusinessDate()));
            if (!recomputed.same()) {
                LOG.errorf(
                        "ledger differs from its events workId=%s", recomputed.account().workId());
            }
            return RecomputeResponse.newBuilder()
                    .setStatement(StatementMessages.statement(recomputed.account()))
                    .setSame(recomputed.same())
                    .build();
        });
    }
}

package dev.supporters.settlement.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.AdjustmentKind;
import dev.supporters.proto.settlement.v1.AnswerDisputeRequest;
import dev.supporters.proto.settlement.v1.AnswerDisputeResponse;
import dev.supporters.proto.settlement.v1.CloseBusinessDateRequest;
import dev.supporters.proto.settlement.v1.CloseBusinessDateResponse;
import dev.supporters.proto.settlement.v1.GetBusinessDateRequest;
import dev.supporters.proto.settlement.v1.GetBusinessDateResponse;
import dev.supporters.proto.settlement.v1.GetMonthRequest;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.GetStatementResponse;
import dev.supporters.proto.settlement.v1.ListDisputesRequest;
import dev.supporters.proto.settlement.v1.ListDisputesResponse;
import dev.supporters.proto.settlement.v1.ListMinutesRequest;
import dev.supporters.proto.settlement.v1.ListMinutesResponse;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.OpenDisputeRequest;
import dev.supporters.proto.settlement.v1.OpenDisputeResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.SettlementService;
import dev.supporters.proto.settlement.v1.WithdrawDisputeRequest;
import dev.supporters.proto.settlement.v1.WithdrawDisputeResponse;
import dev.supporters.settlement.close.BusinessDate;
import dev.supporters.settlement.close.CloseOrder;
import dev.supporters.settlement.close.CloseProtoMapper;
import dev.supporters.settlement.close.CloseService;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.AdjustmentOrder;
import dev.supporters.settlement.ledger.Dispute;
import dev.supporters.settlement.ledger.DisputeAnswer;
import dev.supporters.settlement.ledger.DisputeProtoMapper;
import dev.supporters.settlement.ledger.DisputeService;
import dev.supporters.settlement.ledger.LedgerService;
import dev.supporters.settlement.ledger.MinuteProtoMapper;
import dev.supporters.settlement.ledger.MinuteService;
import dev.supporters.settlement.ledger.MonthProtoMapper;
import dev.supporters.settlement.ledger.MonthService;
import dev.supporters.settlement.ledger.ShownDispute;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.settlement.ledger.StatementProtoMapper;
import dev.supporters.settlement.ledger.StatementService;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

import java.util.Optional;
import java.util.stream.Collectors;

/** The statements over gRPC. */
@GrpcService
class SettlementGrpc implements SettlementService {

    private static final Logger LOG = Logger.getLogger(SettlementGrpc.class);
    private static final int PAGE_STANDARD = 100;
    private static final int PAGE_MOST = 1000;

    private final StatementService statements;
    private final LedgerService ledgers;
    private final DisputeService disputes;
    private final CloseService closes;
    private final MonthService months;
    private final MinuteService minutes;
    private final GrpcResponder responder;

    SettlementGrpc(
            StatementService statements,
            LedgerService ledgers,
            DisputeService disputes,
            CloseService closes,
            MonthService months,
            MinuteService minutes,
            GrpcResponder responder) {
        this.statements = statements;
        this.ledgers = ledgers;
        this.disputes = disputes;
        this.closes = closes;
        this.months = months;
        this.minutes = minutes;
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
    public Uni<GetMonthResponse> getMonth(GetMonthRequest request) {
        return responder.answer(() ->
                MonthProtoMapper.toProto(
                        months.of(
                                new DriverId(request.getDriverId()),
                                Products.required(request.getProduct()),
                                request.getMonth())));
    }

    @Override
    public Uni<ListMinutesResponse> listMinutes(ListMinutesRequest request) {
        return responder.answer(() ->
                MinuteProtoMapper.toProto(
                        minutes.of(
                                workId(
                                        request.getDriverId(),
                                        request.getProduct(),
                                        request.getBusinessDate()),
                                request.getPageToken(),
                                Require.pageSize(
                                        request.getPageSize(), PAGE_STANDARD, PAGE_MOST))));
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
                            kind(request.getKind()),
                            request.getAmount().getAmount(),
                            request.getAmount().getCurrency(),
                            request.getReason(),
                            request.getActor());
            Statement statement = ledgers.adjust(order);
            LOG.infof(
                    "statement adjusted workId=%s requestId=%s kind=%s",
                    statement.workId(), order.requestId(), order.kind());
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

    @Override
    public Uni<OpenDisputeResponse> openDispute(OpenDisputeRequest request) {
        return responder.answer(() -> {
            WorkId workId =
                    workId(request.getDriverId(), request.getProduct(), request.getBusinessDate());
            ShownDispute dispute = disputes.open(request.getRequestId(), workId, request.getText());
            LOG.infof("dispute opened workId=%s requestId=%s", workId, request.getRequestId());
            return OpenDisputeResponse.newBuilder()
                    .setDispute(DisputeProtoMapper.toProto(dispute))
                    .build();
        });
    }

    @Override
    public Uni<AnswerDisputeResponse> answerDispute(AnswerDisputeRequest request) {
        return responder.answer(() -> {
            DisputeAnswer answer = answer(request);
            ShownDispute dispute = disputes.answer(answer);
            LOG.infof(
                    "dispute answered disputeId=%s requestId=%s outcome=%s",
                    answer.disputeId(), answer.requestId(), answer.decision());
            return AnswerDisputeResponse.newBuilder()
                    .setDispute(DisputeProtoMapper.toProto(dispute))
                    .build();
        });
    }

    @Override
    public Uni<WithdrawDisputeResponse> withdrawDispute(WithdrawDisputeRequest request) {
        return responder.answer(() -> {
            Dispute.Id disputeId = Dispute.Id.of(request.getDisputeId());
            ShownDispute dispute =
                    disputes.withdraw(
                            request.getRequestId(), disputeId, new DriverId(request.getDriverId()));
            LOG.infof(
                    "dispute withdrawn disputeId=%s requestId=%s",
                    disputeId, request.getRequestId());
            return WithdrawDisputeResponse.newBuilder()
                    .setDispute(DisputeProtoMapper.toProto(dispute))
                    .build();
        });
    }

    @Override
    public Uni<ListDisputesResponse> listDisputes(ListDisputesRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST);
            DisputeService.Page page =
                    request.getDriverId().isEmpty()
                            ? disputes.open(request.getPageToken(), size)
                            : disputes.of(
                                    new DriverId(request.getDriverId()),
                                    request.getPageToken(),
                                    size);
            return ListDisputesResponse.newBuilder()
                    .addAllDisputes(
                            page.disputes().stream().map(DisputeProtoMapper::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<CloseBusinessDateResponse> closeBusinessDate(CloseBusinessDateRequest request) {
        return responder.answer(() -> {
            CloseOrder order =
                    new CloseOrder(
                            request.getRequestId(),
                            businessDate(
                                    request.getProduct(),
                                    request.getRegion(),
                                    request.getBusinessDate()),
                            request.getActor(),
                            request.getOverridesList().stream()
                                    .map(CloseProtoMapper::kind)
                                    .collect(Collectors.toSet()),
                            request.getOverrideReason());
            CloseService.CloseProgress progress = closes.close(order);
            LOG.infof(
                    "close of business date asked for date=%s requestId=%s overrides=%s",
                    order.businessDate(), order.requestId(), order.overrides());
            return CloseBusinessDateResponse.newBuilder()
                    .setBusinessDate(CloseProtoMapper.toProto(progress))
                    .build();
        });
    }

    @Override
    public Uni<GetBusinessDateResponse> getBusinessDate(GetBusinessDateRequest request) {
        return responder.answer(() ->
                GetBusinessDateResponse.newBuilder()
                        .setBusinessDate(
                                CloseProtoMapper.toProto(
                                        closes.progress(
                                                businessDate(
                                                        request.getProduct(),
                                                        request.getRegion(),
                                                        request.getBusinessDate()))))
                        .build());
    }

    private static BusinessDate businessDate(Product product, String region, String date) {
        return new BusinessDate(Products.required(product), region, WorkId.businessDate(date));
    }

    private static Adjustment.Kind kind(AdjustmentKind kind) {
        return switch (kind) {
            case ADJUSTMENT_KIND_UNSPECIFIED, ADJUSTMENT_KIND_CORRECTION ->
                    Adjustment.Kind.CORRECTION;
            case ADJUSTMENT_KIND_GUARANTEE -> Adjustment.Kind.GUARANTEE;
            case ADJUSTMENT_KIND_DEDUCTION -> Adjustment.Kind.DEDUCTION;
            case ADJUSTMENT_KIND_GRANT, UNRECOGNIZED ->
                    throw Refusal.invalid("kind", kind, "CORRECTION, GUARANTEE or DEDUCTION");
        };
    }

    private static DisputeAnswer answer(AnswerDisputeRequest request) {
        Dispute.Id disputeId = Dispute.Id.of(request.getDisputeId());
        Dispute.Outcome decision =
                switch (request.getDecision()) {
                    case DISPUTE_STATE_ACCEPTED -> Dispute.Outcome.ACCEPTED;
                    case DISPUTE_STATE_REJECTED -> Dispute.Outcome.REJECTED;
                    case DISPUTE_STATE_OPEN,
                            DISPUTE_STATE_WITHDRAWN,
                            DISPUTE_STATE_UNSPECIFIED,
                            UNRECOGNIZED ->
                            throw Refusal.invalid(
                                    "decision", request.getDecision(), "ACCEPTED or REJECTED");
                };
        Optional<AdjustmentOrder> adjustment =
                request.hasAdjustment()
                        ? Optional.of(
                                new AdjustmentOrder(
                                        request.getRequestId(),
                                        disputeId.workId(),
                                        Adjustment.Kind.GRANT,
                                        request.getAdjustment().getAmount(),
                                        request.getAdjustment().getCurrency(),
                                        request.getAnswer(),
                                        request.getActor()))
                        : Optional.empty();
        return new DisputeAnswer(
                request.getRequestId(),
                disputeId,
                decision,
                request.getAnswer(),
                request.getActor(),
                adjustment);
    }

    private static WorkId workId(String driverId, Product product, String businessDate) {
        return WorkId.of(
                new DriverId(driverId),
                Products.required(product),
                WorkId.businessDate(businessDate));
    }
}

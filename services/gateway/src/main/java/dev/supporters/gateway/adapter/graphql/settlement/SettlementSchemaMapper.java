package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.NoticeText;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.AdjustStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.RecomputeStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.AdjustmentKind;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.AdjustmentView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.ClassTimeView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.LedgerEntryView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.PaymentState;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementLineKind;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementLineView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementNoteKind;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementNoteView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.TimeClass;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.Adjustment;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.StatementLine;
import dev.supporters.proto.settlement.v1.StatementNote;

/** Statements between the protos and the schema. */
final class SettlementSchemaMapper {

    private static final String TIME_CLASS = "TIME_CLASS_";
    private static final String ADJUSTMENT_KIND = "ADJUSTMENT_KIND_";

    private static final NoticeText HELD_TEXT =
            new NoticeText(
                    "statement.held",
                    "운영자가 확인하는 동안 이 급여의 지급이 보류되었습니다. 금액은 바뀌지 않습니다. 이의를 제기할 수 있습니다.",
                    "An operator looks at this pay before it goes out. Its amount is as it was. You can dispute it.");

    private SettlementSchemaMapper() {}

    static StatementView view(Statement statement) {
        return new StatementView(
                statement.getWorkId(),
                statement.getDriverId(),
                ProtoMapper.product(statement.getProduct()),
                ProtoMapper.date(statement.getBusinessDate()),
                ProtoMapper.text(statement.getRegion()),
                statement.getFinal(),
                ProtoMapper.instant(statement.hasBeginTime(), statement.getBeginTime()),
                ProtoMapper.instant(statement.hasEndTime(), statement.getEndTime()),
                statement.getClassesList().stream().map(SettlementSchemaMapper::view).toList(),
                statement.getPaidSeconds(),
                statement.getPaidMinutes(),
                ProtoMapper.money(statement.getHourlyWage()),
                ProtoMapper.money(statement.getEarned()),
                statement.getAdjustmentsList().stream().map(SettlementSchemaMapper::view).toList(),
                ProtoMapper.money(statement.getTotal()),
                statement.getEntriesList().stream().map(SettlementSchemaMapper::view).toList(),
                statement.getNotesList().stream().map(SettlementSchemaMapper::view).toList(),
                statement.getMissingVersion() > 0 ? statement.getMissingVersion() : null,
                statement.getDisputesList().stream().map(DisputeSchemaMapper::view).toList(),
                statement.getLinesList().stream().map(SettlementSchemaMapper::view).toList(),
                statement.getCorrectionsList().stream().map(CloseSchemaMapper::view).toList(),
                ProtoMapper.instant(statement.hasCloseTime(), statement.getCloseTime()),
                statement.hasCarried() ? ProtoMapper.money(statement.getCarried()) : null,
                statement.hasToCarry() ? ProtoMapper.money(statement.getToCarry()) : null,
                payment(statement.getPaymentState()),
                ProtoMapper.instant(statement.hasHoldTime(), statement.getHoldTime()),
                statement.hasHoldTime() ? HELD_TEXT : null);
    }

    static PaymentState payment(dev.supporters.proto.settlement.v1.PaymentState state) {
        return ProtoMapper.read(PaymentState.class, state, "PAYMENT_STATE_");
    }

    static ClassTimeView view(ClassTime time) {
        return new ClassTimeView(
                ProtoMapper.read(TimeClass.class, time.getTimeClass(), TIME_CLASS),
                time.getSeconds(),
                time.getPaid());
    }

    private static AdjustmentView view(Adjustment adjustment) {
        return new AdjustmentView(
                adjustment.getRequestId(),
                ProtoMapper.money(adjustment.getAmount()),
                adjustment.getReason(),
                adjustment.getActor(),
                ProtoMapper.instant(adjustment.hasCreateTime(), adjustment.getCreateTime()),
                ProtoMapper.read(AdjustmentKind.class, adjustment.getKind(), ADJUSTMENT_KIND));
    }

    private static StatementLineView view(StatementLine line) {
        return new StatementLineView(
                ProtoMapper.read(StatementLineKind.class, line.getKind(), "STATEMENT_LINE_KIND_"),
                ProtoMapper.read(TimeClass.class, line.getTimeClass(), TIME_CLASS),
                line.getSeconds(),
                ProtoMapper.money(line.getAmount()),
                ProtoMapper.text(line.getReason()),
                ProtoMapper.text(line.getActor()),
                ProtoMapper.instant(line.hasCreateTime(), line.getCreateTime()));
    }

    private static LedgerEntryView view(LedgerEntry entry) {
        return new LedgerEntryView(
                entry.getNumber(),
                ProtoMapper.read(TimeClass.class, entry.getTimeClass(), TIME_CLASS),
                entry.getSeconds(),
                ProtoMapper.instant(entry.hasPostTime(), entry.getPostTime()));
    }

    private static StatementNoteView view(StatementNote note) {
        return new StatementNoteView(
                ProtoMapper.read(StatementNoteKind.class, note.getKind(), "STATEMENT_NOTE_KIND_"),
                ProtoMapper.instant(note.hasNoteTime(), note.getNoteTime()),
                note.getSeconds());
    }

    static AdjustRequest request(Principal principal, AdjustStatementInput input) {
        return AdjustRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("adjustStatement", principal, input.clientMutationId()))
                .setDriverId(input.driverId())
                .setBusinessDate(input.businessDate().toString())
                .setProduct(ProtoMapper.product(input.product()))
                .setAmount(ProtoMapper.money(input.amount(), "amount"))
                .setReason(input.reason())
                .setActor(principal.id())
                .setKind(
                        ProtoMapper.write(
                                dev.supporters.proto.settlement.v1.AdjustmentKind.class,
                                ADJUSTMENT_KIND,
                                input.kind()))
                .build();
    }

    static RecomputeRequest request(RecomputeStatementInput input) {
        return RecomputeRequest.newBuilder()
                .setDriverId(input.driverId())
                .setBusinessDate(input.businessDate().toString())
                .setProduct(ProtoMapper.product(input.product()))
                .build();
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.contract.Money;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.settlement.v1.AdjustmentKind;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.proto.settlement.v1.StatementLineKind;
import dev.supporters.proto.settlement.v1.StatementNote;
import dev.supporters.proto.settlement.v1.StatementNoteKind;
import dev.supporters.settlement.pay.ClassSeconds;
import dev.supporters.settlement.pay.PayCalculation;
import dev.supporters.settlement.pay.PayTerms;
import dev.supporters.settlement.pay.SilentDrive;
import dev.supporters.settlement.pay.TimeClass;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statements as the interface shows them. */
public final class StatementProtoMapper {

    private StatementProtoMapper() {}

    public static dev.supporters.proto.settlement.v1.Statement toProto(Statement statement) {
        PayCalculation calculation = statement.calculation();
        String currency = calculation.terms().currency();
        return dev.supporters.proto.settlement.v1.Statement.newBuilder()
                .setWorkId(statement.workId().value())
                .setDriverId(statement.driverId().value())
                .setProduct(statement.begun().product())
                .setBusinessDate(statement.begun().businessDate().toString())
                .setRegion(statement.begun().region())
                .setFinal(statement.isFinal())
                .setMissingVersion(statement.heldBackBy().orElse(0L))
                .setBeginTime(Timestamps.of(calculation.begin()))
                .setEndTime(Timestamps.of(calculation.end()))
                .addAllClasses(
                        Arrays.stream(TimeClass.values())
                                .sorted(Comparator.comparing(StatementProtoMapper::timeClass))
                                .map(each ->
                                        classTime(calculation.seconds(), calculation.terms(), each))
                                .toList())
                .setPaidSeconds(calculation.paidSeconds())
                .setPaidMinutes(calculation.paidMinutes())
                .setHourlyWage(new Money(calculation.terms().hourlyWage(), currency).toProto())
                .setEarned(new Money(calculation.earned(), currency).toProto())
                .addAllAdjustments(
                        statement.adjustments().stream()
                                .map(each -> adjustment(each, currency))
                                .toList())
                .setTotal(new Money(statement.total(), currency).toProto())
                .addAllEntries(
                        statement.entries().stream().map(StatementProtoMapper::entry).toList())
                .addAllNotes(notes(statement))
                .addAllDisputes(
                        statement.disputes().stream().map(DisputeProtoMapper::toProto).toList())
                .addAllLines(statement.lines().stream().map(line -> line(line, currency)).toList())
                .addAllCorrections(
                        statement.corrections().stream()
                                .map(each -> correction(each, currency))
                                .toList())
                .mergeFrom(close(statement, currency))
                .mergeFrom(payment(statement.holds()))
                .build();
    }

    private static dev.supporters.proto.settlement.v1.Statement payment(PayHolds holds) {
        var proto =
                dev.supporters.proto.settlement.v1.Statement.newBuilder()
                        .setPaymentState(paymentState(holds));
        holds.since().ifPresent(time -> proto.setHoldTime(Timestamps.of(time)));
        return proto.build();
    }

    static PaymentState paymentState(PayHolds holds) {
        return holds.held() ? PaymentState.PAYMENT_STATE_HELD : PaymentState.PAYMENT_STATE_NOT_HELD;
    }

    /** What the close of the statement, if it is closed, is shown by. */
    private static dev.supporters.proto.settlement.v1.Statement close(
            Statement statement, String currency) {
        var proto = dev.supporters.proto.settlement.v1.Statement.newBuilder();
        statement
                .closed()
                .ifPresent(closed -> {
                    proto.setCloseTime(Timestamps.of(closed.time()));
                    if (closed.carried() != 0) {
                        proto.setCarried(new Money(closed.carried(), currency).toProto());
                    }
                });
        if (statement.toCarry() != 0) {
            proto.setToCarry(new Money(statement.toCarry(), currency).toProto());
        }
        return proto.build();
    }

    static dev.supporters.proto.settlement.v1.Correction correction(
            Correction correction, String currency) {
        return dev.supporters.proto.settlement.v1.Correction.newBuilder()
                .setCorrectionId(correction.id())
                .setWorkId(correction.corrects().value())
                .setBusinessDate(correction.corrects().businessDate().toString())
                .setAmount(new Money(correction.amount(), currency).toProto())
                .setCreateTime(Timestamps.of(correction.createTime()))
                .addAllEventIds(correction.late().events())
                .addAllRequestIds(correction.late().requests())
                .build();
    }

    static dev.supporters.proto.settlement.v1.LedgerEntry entry(LedgerEntry entry) {
        return dev.supporters.proto.settlement.v1.LedgerEntry.newBuilder()
                .setNumber(entry.number())
                .setTimeClass(timeClass(entry.timeClass()))
                .setSeconds(entry.seconds())
                .setPostTime(Timestamps.of(entry.postTime()))
                .build();
    }

    static dev.supporters.proto.settlement.v1.Adjustment adjustment(
            Adjustment adjustment, String currency) {
        return dev.supporters.proto.settlement.v1.Adjustment.newBuilder()
                .setRequestId(adjustment.requestId())
                .setAmount(new Money(adjustment.amount(), currency).toProto())
                .setReason(adjustment.reason())
                .setActor(adjustment.actor())
                .setCreateTime(Timestamps.of(adjustment.createTime()))
                .setKind(
                        switch (adjustment.kind()) {
                            case CORRECTION -> AdjustmentKind.ADJUSTMENT_KIND_CORRECTION;
                            case GUARANTEE -> AdjustmentKind.ADJUSTMENT_KIND_GUARANTEE;
                            case DEDUCTION -> AdjustmentKind.ADJUSTMENT_KIND_DEDUCTION;
                            case GRANT -> AdjustmentKind.ADJUSTMENT_KIND_GRANT;
                        })
                .build();
    }

    private static dev.supporters.proto.settlement.v1.StatementLine line(
            StatementLine line, String currency) {
        var proto =
                dev.supporters.proto.settlement.v1.StatementLine.newBuilder()
                        .setKind(lineKind(line.kind()))
                        .setSeconds(line.seconds())
                        .setAmount(new Money(line.amount(), currency).toProto())
                        .setReason(line.reason())
                        .setActor(line.actor());
        line.timeClass().ifPresent(timeClass -> proto.setTimeClass(timeClass(timeClass)));
        line.createTime().ifPresent(time -> proto.setCreateTime(Timestamps.of(time)));
        return proto.build();
    }

    private static StatementLineKind lineKind(StatementLine.Kind kind) {
        return switch (kind) {
            case TIME -> StatementLineKind.STATEMENT_LINE_KIND_TIME;
            case CORRECTION -> StatementLineKind.STATEMENT_LINE_KIND_CORRECTION;
            case GUARANTEE -> StatementLineKind.STATEMENT_LINE_KIND_GUARANTEE;
            case DEDUCTION -> StatementLineKind.STATEMENT_LINE_KIND_DEDUCTION;
            case GRANT -> StatementLineKind.STATEMENT_LINE_KIND_GRANT;
            case NOT_TAKEN -> StatementLineKind.STATEMENT_LINE_KIND_NOT_TAKEN;
            case CLOSED_DATE -> StatementLineKind.STATEMENT_LINE_KIND_CLOSED_DATE;
            case PAID_LATER -> StatementLineKind.STATEMENT_LINE_KIND_PAID_LATER;
        };
    }

    /** The seconds of each class, of which those that have none are missing. */
    static ClassSeconds seconds(Map<dev.supporters.proto.settlement.v1.TimeClass, Long> found) {
        return ClassSeconds.of(timeClass -> found.getOrDefault(timeClass(timeClass), 0L));
    }

    private static List<StatementNote> notes(Statement statement) {
        return Stream.concat(
                        statement.zoneClosings().stream().map(StatementProtoMapper::zoneClosed),
                        statement.silentDrives().stream().map(StatementProtoMapper::silentDrive))
                .sorted(Comparator.comparing(note -> Timestamps.instant(note.getNoteTime())))
                .toList();
    }

    private static StatementNote silentDrive(SilentDrive silent) {
        return StatementNote.newBuilder()
                .setKind(StatementNoteKind.STATEMENT_NOTE_KIND_SILENT_DRIVE)
                .setNoteTime(Timestamps.of(silent.since()))
                .setSeconds(silent.seconds())
                .build();
    }

    private static StatementNote zoneClosed(Instant time) {
        return StatementNote.newBuilder()
                .setKind(StatementNoteKind.STATEMENT_NOTE_KIND_ZONE_CLOSED)
                .setNoteTime(Timestamps.of(time))
                .build();
    }

    static ClassTime classTime(ClassSeconds seconds, PayTerms terms, TimeClass timeClass) {
        return ClassTime.newBuilder()
                .setTimeClass(timeClass(timeClass))
                .setSeconds(seconds.of(timeClass))
                .setPaid(terms.pays(timeClass))
                .build();
    }

    static dev.supporters.proto.settlement.v1.TimeClass timeClass(TimeClass timeClass) {
        return switch (timeClass) {
            case WAITING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_WAITING;
            case MOVING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_MOVING;
            case TO_CUSTOMER -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_TO_CUSTOMER;
            case DRIVING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_DRIVING;
            case RESTING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_RESTING;
            case UNREACHABLE -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_UNREACHABLE;
        };
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.contract.Money;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.MonthDay;
import dev.supporters.proto.settlement.v1.MonthSum;

/** Months as the interface shows them. */
public final class MonthProtoMapper {

    private MonthProtoMapper() {}

    public static GetMonthResponse toProto(MonthStatement month) {
        GetMonthResponse.Builder proto =
                GetMonthResponse.newBuilder()
                        .setDriverId(month.driverId().value())
                        .setMonth(month.month().toString())
                        .setFinal(month.isFinal());
        month.days().forEach(day -> proto.addDays(day(day)));
        month.sums().forEach((currency, sum) -> proto.addSums(sum(currency, sum)));
        return proto.build();
    }

    private static MonthDay day(Statement day) {
        String currency = day.begun().terms().currency();
        long earned = day.calculation().earned();
        return MonthDay.newBuilder()
                .setBusinessDate(day.begun().businessDate().toString())
                .setWorkId(day.workId().value())
                .setFinal(day.isFinal())
                .setDisputed(MonthStatement.isDisputed(day))
                .setPaidSeconds(day.calculation().paidSeconds())
                .setPaidMinutes(day.calculation().paidMinutes())
                .setEarned(new Money(earned, currency).toProto())
                .setAdjusted(new Money(Math.subtractExact(day.total(), earned), currency).toProto())
                .setTotal(new Money(day.total(), currency).toProto())
                .setPaymentState(StatementProtoMapper.paymentState(day.holds()))
                .build();
    }

    private static MonthSum sum(String currency, MonthStatement.Sum sum) {
        return MonthSum.newBuilder()
                .setPaidMinutes(sum.paidMinutes())
                .setEarned(new Money(sum.earned(), currency).toProto())
                .setAdjusted(new Money(sum.adjusted(), currency).toProto())
                .setTotal(new Money(sum.total(), currency).toProto())
                .build();
    }
}

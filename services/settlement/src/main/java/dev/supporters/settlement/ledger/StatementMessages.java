package dev.supporters.settlement.ledger;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.settlement.reckoning.Reckoning;
import dev.supporters.settlement.reckoning.TimeClass;

import java.util.Arrays;
import java.util.Comparator;

/** Accounts as the interface shows them. */
public final class StatementMessages {

    private StatementMessages() {}

    public static Statement statement(Account account) {
        Reckoning reckoning = account.reckoning();
        String currency = reckoning.terms().currency();
        return Statement.newBuilder()
                .setWorkId(account.workId())
                .setDriverId(account.driverId())
                .setProduct(account.begun().product())
                .setBusinessDate(account.begun().businessDate().toString())
                .setFinal(reckoning.ended())
                .setBeginTime(Timestamps.of(reckoning.begin()))
                .setEndTime(Timestamps.of(reckoning.end()))
                .addAllClasses(
                        Arrays.stream(TimeClass.values())
                                .sorted(Comparator.comparing(StatementMessages::timeClass))
                                .map(each -> classTime(reckoning, each))
                                .toList())
                .setPaidSeconds(reckoning.paidSeconds())
                .setPaidMinutes(reckoning.paidMinutes())
                .setHourlyWage(money(reckoning.terms().hourlyWage(), currency))
                .setEarned(money(reckoning.earned(), currency))
                .addAllAdjustments(
                        account.adjustments().stream()
                                .map(each -> adjustment(each, currency))
                                .toList())
                .setTotal(money(account.total(), currency))
                .addAllEntries(account.entries().stream().map(StatementMessages::entry).toList())
                .build();
    }

    static LedgerEntry entry(Entry entry) {
        return LedgerEntry.newBuilder()
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
                .setAmount(money(adjustment.amount(), currency))
                .setReason(adjustment.reason())
                .setActor(adjustment.actor())
                .setCreateTime(Timestamps.of(adjustment.createTime()))
                .build();
    }

    private static ClassTime classTime(Reckoning reckoning, TimeClass timeClass) {
        return ClassTime.newBuilder()
                .setTimeClass(timeClass(timeClass))
                .setSeconds(reckoning.seconds().of(timeClass))
                .setPaid(reckoning.terms().pays(timeClass))
                .build();
    }

    private static dev.supporters.proto.settlement.v1.TimeClass timeClass(TimeClass timeClass) {
        return switch (timeClass) {
            case WAITING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_WAITING;
            case MOVING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_MOVING;
            case TO_CUSTOMER -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_TO_CUSTOMER;
            case DRIVING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_DRIVING;
            case RESTING -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_RESTING;
            case UNREACHABLE -> dev.supporters.proto.settlement.v1.TimeClass.TIME_CLASS_UNREACHABLE;
        };
    }

    private static Money money(long amount, String currency) {
        return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
    }
}

package dev.supporters.oracle;

import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.events.settlement.v1.BusinessDateChanged;
import dev.supporters.proto.events.settlement.v1.EntriesPosted;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.settlement.v1.StatementCorrected;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Correction;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.util.ArrayList;
import java.util.List;

/** Events of settlement about its ledger, and the statements about it. */
final class ScriptedLedger {

    private final ScriptedEvents events;
    private final List<CheckedStatement> statements = new ArrayList<>();

    ScriptedLedger(ScriptedEvents events) {
        this.events = events;
    }

    void posted(String workId, String driverId, TimeClass timeClass, long seconds) {
        events.add(
                EventLog.SETTLEMENT,
                SettlementEvent.newBuilder()
                        .setWorkId(workId)
                        .setDriverId(driverId)
                        .setPosted(
                                EntriesPosted.newBuilder()
                                        .addEntries(
                                                LedgerEntry.newBuilder()
                                                        .setTimeClass(timeClass)
                                                        .setSeconds(seconds)))
                        .build());
    }

    void statement(
            String workId,
            long paidSeconds,
            long paidMinutes,
            long wage,
            long earned,
            boolean same) {
        Statement.Builder statement =
                Statement.newBuilder()
                        .setWorkId(workId)
                        .setBusinessDate("2026-11-20")
                        .setFinal(true)
                        .setPaidSeconds(paidSeconds)
                        .setPaidMinutes(paidMinutes)
                        .setHourlyWage(won(wage))
                        .setEarned(won(earned))
                        .setTotal(won(earned));
        PostedLedger.of(events.log().settlement())
                .of(workId)
                .forEach((timeClass, seconds) -> {
                    statement.addEntries(
                            LedgerEntry.newBuilder().setTimeClass(timeClass).setSeconds(seconds));
                    statement.addClasses(
                            ClassTime.newBuilder()
                                    .setTimeClass(timeClass)
                                    .setSeconds(seconds)
                                    .setPaid(true));
                });
        statements.add(new CheckedStatement(statement.build(), same));
    }

    void businessDate(BusinessDateState state) {
        events.add(
                EventLog.SETTLEMENT,
                SettlementEvent.newBuilder()
                        .setBusinessDateChanged(BusinessDateChanged.newBuilder().setState(state))
                        .build());
    }

    void corrected(String workId, long amount) {
        events.add(
                EventLog.SETTLEMENT,
                SettlementEvent.newBuilder()
                        .setWorkId(workId)
                        .setCorrected(
                                StatementCorrected.newBuilder()
                                        .setCorrection(
                                                Correction.newBuilder().setAmount(won(amount))))
                        .build());
    }

    List<CheckedStatement> statements() {
        return statements;
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayCalculation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a shift is paid, and why. */
public record Statement(
        WorkId workId,
        DriverId driverId,
        Fact.Begun begun,
        PayCalculation calculation,
        List<LedgerEntry> entries,
        List<Adjustment> adjustments,
        List<Instant> zoneClosings,
        long total) {

    /** As the ledger says; before the shift has ended, as its facts come to until now. */
    static Optional<Statement> of(Ledger ledger, Instant now) {
        return PayCalculation.of(ledger.facts(), now)
                .map(found -> found.ended() ? found.with(ledger.posted()) : found)
                .map(calculation -> statement(ledger, calculation, ledger.entries()));
    }

    /** As the facts alone come to. */
    static Optional<Statement> recomputed(Ledger ledger, Instant now) {
        return PayCalculation.of(ledger.facts(), now)
                .map(calculation -> statement(ledger, calculation, List.of()));
    }

    private static Statement statement(
            Ledger ledger, PayCalculation calculation, List<LedgerEntry> entries) {
        return new Statement(
                ledger.workId(),
                ledger.driverId(),
                ledger.facts().begun().orElseThrow(),
                calculation,
                entries,
                ledger.adjustments(),
                ledger.facts().zoneClosings(),
                Math.addExact(calculation.earned(), ledger.adjusted()));
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.settlement.reckoning.Reckoning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a work is paid, and why. */
public record Account(
        String workId,
        String driverId,
        Fact.Begun begun,
        Reckoning reckoning,
        List<Entry> entries,
        List<Adjustment> adjustments,
        long total) {

    /** As the ledger says; before the work has ended, as its facts come to until now. */
    static Optional<Account> of(Ledger ledger, Instant now) {
        return Reckoning.of(ledger.facts(), now)
                .map(found -> found.ended() ? found.with(ledger.posted()) : found)
                .map(reckoning -> account(ledger, reckoning, ledger.entries()));
    }

    /** As the facts alone come to. */
    static Optional<Account> anew(Ledger ledger, Instant now) {
        return Reckoning.of(ledger.facts(), now)
                .map(reckoning -> account(ledger, reckoning, List.of()));
    }

    private static Account account(Ledger ledger, Reckoning reckoning, List<Entry> entries) {
        return new Account(
                ledger.workId(),
                ledger.driverId(),
                ledger.facts().begun().orElseThrow(),
                reckoning,
                entries,
                ledger.adjustments(),
                Math.addExact(reckoning.earned(), ledger.adjusted()));
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.settlement.pay.Fact;

import java.time.Duration;
import java.time.Instant;

/**
 * A dispute as it is shown.
 *
 * @param currency of the statement
 * @param age for how long it has been open, or was
 */
public record ShownDispute(
        WorkId workId, DriverId driverId, String currency, Dispute dispute, Duration age) {

    static ShownDispute of(Ledger ledger, Dispute dispute, Instant now) {
        Fact.Begun begun = ledger.facts().begun().orElseThrow();
        return new ShownDispute(
                ledger.workId(),
                ledger.driverId(),
                begun.terms().currency(),
                dispute,
                dispute.age(now));
    }
}

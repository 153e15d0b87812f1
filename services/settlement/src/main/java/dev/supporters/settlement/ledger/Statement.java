package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayCalculation;
import dev.supporters.settlement.pay.SilentDrive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a shift is paid, and why.
 *
 * @param lines what the total consists of
 * @param corrections what earlier statements were paid too little or too much
 * @param holds whether it may be paid; no part of its amounts
 * @param toCarry what came after the close and no later statement has yet, in the minor unit
 * @param heldBackBy the version of the shift whose event is missing, so that the statement is not final although the shift has ended
 */
public record Statement(
        WorkId workId,
        DriverId driverId,
        Fact.Begun begun,
        PayCalculation calculation,
        List<LedgerEntry> entries,
        List<Adjustment> adjustments,
        List<StatementLine> lines,
        List<ShownDispute> disputes,
        List<Correction> corrections,
        PayHolds holds,
        Optional<Closed> closed,
        long toCarry,
        List<Instant> zoneClosings,
        List<SilentDrive> silentDrives,
        Optional<Long> heldBackBy) {

    /** Never below 0. */
    public long total() {
        return StatementLine.total(lines);
    }

    /** Whether the shift has ended and all its events are known. */
    public boolean isFinal() {
        return calculation.ended() && heldBackBy.isEmpty();
    }

    /** As the ledger says, or said when it was closed; before it is posted, as its facts come to until now. */
    public static Optional<Statement> of(Ledger ledger, Instant now) {
        Ledger shown = ledger.asClosed();
        return shown.calculation(now)
                .map(calculation ->
                        statement(
                                shown,
                                calculation,
                                shown.entries(),
                                shown.heldBackBy(),
                                ledger.toCarry(),
                                now));
    }

    /** As the facts alone come to. */
    static Optional<Statement> recomputed(Ledger ledger, Instant now) {
        return PayCalculation.of(ledger.facts(), now)
                .map(calculation -> recomputed(ledger, calculation, ledger.heldBackBy(), now));
    }

    /** As somebody else has calculated, with what operators added; whether it was closed before all that was known or not. */
    static Statement recomputed(
            Ledger ledger, PayCalculation calculation, Optional<Long> heldBackBy, Instant now) {
        return statement(ledger.unclosed(), calculation, List.of(), heldBackBy, 0, now);
    }

    private static Statement statement(
            Ledger ledger,
            PayCalculation calculation,
            List<LedgerEntry> entries,
            Optional<Long> heldBackBy,
            long toCarry,
            Instant now) {
        return new Statement(
                ledger.workId(),
                ledger.driverId(),
                ledger.facts().begun().orElseThrow(),
                calculation,
                entries,
                ledger.adjustments(),
                StatementLine.of(calculation, ledger),
                ledger.disputes().stream()
                        .map(dispute -> ShownDispute.of(ledger, dispute, now))
                        .toList(),
                ledger.corrections(),
                ledger.holds(),
                ledger.closed(),
                toCarry,
                ledger.facts().zoneClosings(),
                SilentDrive.of(ledger.facts(), calculation),
                heldBackBy);
    }
}

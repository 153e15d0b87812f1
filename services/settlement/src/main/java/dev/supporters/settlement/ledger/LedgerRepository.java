package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds ledgers. */
public interface LedgerRepository {

    /** Those of a business date whose shift is known to have begun, by shift id, after the given one. */
    List<Ledger> of(LocalDate businessDate, String afterWorkId, int limit);

    /** Those whose shift has ended and that wait for an event of it, and that no operator has corrected. */
    List<Ledger> heldBack(int limit);

    /** Those of a driver whose shift is known to have begun, of business dates from the first on and before the second, oldest first. */
    List<Ledger> ofDriver(DriverId driverId, LocalDate from, LocalDate before);

    /** Those of a business date that are not closed, by shift id, after the given one; also those whose shift is not known to have begun. */
    List<Ledger> unclosed(LocalDate businessDate, String afterWorkId, int limit);

    /** Those that are not closed and whose window ended before a time, the newest first. */
    List<Ledger> toClose(Instant before, int limit);

    /** Those from which something is to be carried to a later statement, the first closed first. */
    List<Ledger> carrying(int limit);

    /** Those with a dispute that waits for an answer, oldest first, after the given one. */
    List<Ledger> openDisputes(Optional<DisputeKey> after, int limit);

    /** Those whose pay has been held since before a time, the longest first. */
    List<Ledger> heldSince(Instant before, int limit);

    /** Those that a driver has disputed, newest dispute first, after the given one. */
    List<Ledger> disputedBy(DriverId driverId, Optional<DisputeKey> after, int limit);

    /** Those that are not archived and whose shift began in a cell, on a business date or later. */
    List<Ledger> begunIn(String zoneCell, LocalDate from);
}

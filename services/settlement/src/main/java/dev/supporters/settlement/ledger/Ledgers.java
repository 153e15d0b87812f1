package dev.supporters.settlement.ledger;

import java.time.LocalDate;
import java.util.List;

/** Finds ledgers. */
public interface Ledgers {

    /** Those of a business date whose work is known to have begun, by work id, after the given one. */
    List<Ledger> of(LocalDate businessDate, String afterWorkId, int limit);
}

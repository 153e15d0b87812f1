package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

import java.time.Instant;

/**
 * What a shift of a closed business date was paid too little (or, negative, too much), as an entry of a later statement.
 *
 * @param id the same when it is tried again
 * @param corrects the shift that it corrects
 * @param amount in the currency's minor unit
 * @param late what came after the close
 */
public record Correction(
        String id, WorkId corrects, long amount, Instant createTime, LateEntries late) {

    public Correction {
        requireNonNull(id);
        requireNonNull(corrects);
        requireNonNull(createTime);
        requireNonNull(late);
    }
}

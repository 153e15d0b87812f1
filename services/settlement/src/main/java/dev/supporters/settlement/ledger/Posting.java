package dev.supporters.settlement.ledger;

import java.util.List;

/** Entries that were just posted, the newest of their ledger. */
record Posting(Ledger ledger, List<Entry> entries) {

    boolean correction() {
        return ledger.entries().size() > entries.size();
    }
}

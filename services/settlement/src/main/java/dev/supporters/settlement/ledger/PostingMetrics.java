package dev.supporters.settlement.ledger;

import dev.supporters.settlement.pay.Fact;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Locale;

/** Counts what is posted. A counter only grows: what a correction takes away is counted as taken away. */
@ApplicationScoped
class PostingMetrics {

    private final MeterRegistry meters;

    PostingMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Posting posting) {
        Fact.Begun begun = posting.ledger().facts().begun().orElseThrow();
        for (LedgerEntry entry : posting.entries()) {
            if (begun.terms().pays(entry.timeClass())) {
                String name =
                        entry.seconds() > 0
                                ? "supporters_settlement_paid_seconds_total"
                                : "supporters_settlement_unpaid_again_seconds_total";
                meters.counter(name, "class", entry.timeClass().name().toLowerCase(Locale.ROOT))
                        .increment((double) Math.abs(entry.seconds()));
            }
        }
        meters.counter(
                        "supporters_settlement_postings_total",
                        "kind",
                        posting.correction() ? "correction" : "first")
                .increment();
    }

    /** Entries that were just posted, the newest of their ledger. */
    record Posting(Ledger ledger, List<LedgerEntry> entries) {

        boolean correction() {
            return ledger.entries().size() > entries.size();
        }
    }
}

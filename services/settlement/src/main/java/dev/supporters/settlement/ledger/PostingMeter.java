package dev.supporters.settlement.ledger;

import dev.supporters.settlement.reckoning.Fact;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;

/** Counts what is posted. A counter only grows: what a correction takes away is counted as taken away. */
@ApplicationScoped
class PostingMeter {

    private final MeterRegistry meters;

    PostingMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Posting posting) {
        Fact.Begun begun = posting.ledger().facts().begun().orElseThrow();
        for (Entry entry : posting.entries()) {
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
}

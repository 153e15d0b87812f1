package dev.supporters.settlement.ledger;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.reckoning.Fact;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Writes the ledgers: one document for each work, which facts and corrections are only ever added to. */
@ApplicationScoped
public class LedgerBook {

    private final AggregateStore<Ledger> documents;
    private final PostingMeter meter;
    private final Clock clock;

    LedgerBook(AggregateStore<Ledger> documents, PostingMeter meter, Clock clock) {
        this.documents = documents;
        this.meter = meter;
        this.clock = clock;
    }

    /** Adds a fact, if it is new; its work's begin may still be on its way. */
    public void add(String workId, String driverId, Fact fact) {
        AtomicReference<Optional<Posting>> posting = new AtomicReference<>(Optional.empty());
        documents.react(
                workId,
                "",
                (current, version) -> {
                    Ledger before = current.orElseGet(() -> Ledger.open(workId, driverId));
                    posting.set(Optional.empty());
                    if (before.facts().know(fact)) {
                        return Optional.empty();
                    }
                    Ledger after = before.with(fact, clock.instant());
                    List<Entry> entries =
                            after.entries()
                                    .subList(before.entries().size(), after.entries().size());
                    if (entries.isEmpty()) {
                        return Optional.of(Change.to(after));
                    }
                    posting.set(Optional.of(new Posting(after, entries)));
                    return Optional.of(Change.to(after, SettlementEvents.posted(after, entries)));
                });
        posting.get().ifPresent(meter::count);
    }

    /** Adds an operator's correction, once. */
    public Account adjust(AdjustOrder order) {
        String workId = order.work().workId();
        Versioned<Ledger> adjusted =
                documents
                        .react(
                                workId,
                                "",
                                (current, version) ->
                                        current.flatMap(ledger -> adjust(ledger, order)))
                        .orElseThrow(() -> Statements.notFound(order.work()));
        return Account.of(adjusted.value(), clock.instant())
                .orElseThrow(() -> Statements.notFound(order.work()));
    }

    private Optional<Change<Ledger>> adjust(Ledger ledger, AdjustOrder order) {
        Fact.Begun begun =
                ledger.facts().begun().orElseThrow(() -> Statements.notFound(order.work()));
        Optional<Adjustment> before = ledger.adjustment(order.requestId());
        if (before.isPresent()) {
            requireSame(before.get(), order, begun);
            return Optional.empty();
        }
        if (!order.currency().equals(begun.terms().currency())) {
            throw Refusal.invalid("amount.currency", order.currency(), begun.terms().currency());
        }
        Instant now = clock.instant();
        Adjustment adjustment =
                new Adjustment(
                        order.requestId(), order.amount(), order.reason(), order.actor(), now);
        Ledger after = ledger.with(adjustment);
        return Optional.of(Change.to(after, SettlementEvents.adjusted(after, adjustment)));
    }

    private static void requireSame(Adjustment before, AdjustOrder order, Fact.Begun begun) {
        if (!before.says(order) || !order.currency().equals(begun.terms().currency())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                    "request_id: " + order.requestId(),
                    "the correction that it was used for, or a new request_id");
        }
    }
}

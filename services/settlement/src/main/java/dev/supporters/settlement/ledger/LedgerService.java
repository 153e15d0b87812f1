package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.pay.Fact;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Writes the ledgers: one document for each shift, to which facts and corrections are only ever added. */
@ApplicationScoped
public class LedgerService {

    private final AggregateStore<Ledger> ledgers;
    private final PostingMetrics metrics;
    private final Clock clock;

    LedgerService(AggregateStore<Ledger> ledgers, PostingMetrics metrics, Clock clock) {
        this.ledgers = ledgers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Adds a fact, if it is new. The begin of its shift may come later. */
    public void add(WorkId workId, DriverId driverId, Fact fact) {
        AtomicReference<Optional<PostingMetrics.Posting>> posting =
                new AtomicReference<>(Optional.empty());
        ledgers.react(
                workId.value(),
                "",
                (current, version) -> {
                    Ledger before = current.orElseGet(() -> Ledger.open(workId, driverId));
                    posting.set(Optional.empty());
                    if (before.facts().contain(fact)) {
                        return Optional.empty();
                    }
                    Ledger after = before.with(fact, clock.instant());
                    List<LedgerEntry> entries =
                            after.entries()
                                    .subList(before.entries().size(), after.entries().size());
                    if (entries.isEmpty()) {
                        return Optional.of(Change.to(after));
                    }
                    posting.set(Optional.of(new PostingMetrics.Posting(after, entries)));
                    return Optional.of(Change.to(after, SettlementEvents.posted(after, entries)));
                });
        posting.get().ifPresent(metrics::count);
    }

    /** Adds an operator's correction, once. */
    public Statement adjust(AdjustmentOrder order) {
        Versioned<Ledger> adjusted =
                ledgers.react(
                                order.workId().value(),
                                "",
                                (current, version) ->
                                        current.flatMap(ledger -> adjust(ledger, order)))
                        .orElseThrow(() -> StatementService.notFound(order.workId()));
        return Statement.of(adjusted.value(), clock.instant())
                .orElseThrow(() -> StatementService.notFound(order.workId()));
    }

    private Optional<Change<Ledger>> adjust(Ledger ledger, AdjustmentOrder order) {
        Fact.Begun begun =
                ledger.facts().begun().orElseThrow(() -> StatementService.notFound(order.workId()));
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
        requirePaid(after, order.amount(), now);
        return Optional.of(Change.to(after, SettlementEvents.adjusted(after, adjustment)));
    }

    /** Before the shift has ended, what it is paid until now counts. */
    private static void requirePaid(Ledger after, long amount, Instant now) {
        long total = Statement.of(after, now).map(Statement::total).orElse(0L);
        if (amount < 0 && total < 0) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_TOTAL_BELOW_ZERO,
                    "amount.amount: " + amount + ", which makes the total " + total,
                    "at least " + Math.min(0, amount - total));
        }
    }

    private static void requireSame(Adjustment before, AdjustmentOrder order, Fact.Begun begun) {
        if (!before.matches(order) || !order.currency().equals(begun.terms().currency())) {
            throw RequestCause.reused(order.requestId(), "the correction that it was used for");
        }
    }
}

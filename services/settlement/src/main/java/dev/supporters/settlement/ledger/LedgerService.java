package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.pay.Fact;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

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

    /** Takes a decision about paying a shift, once; one that comes after a later one on the same signal changes nothing. */
    public void decide(WorkId workId, DriverId driverId, PayHolds.HoldDecision decision) {
        ledgers.react(
                workId.value(),
                "",
                (current, version) ->
                        current.or(() ->
                                        decision.holds()
                                                ? Optional.of(Ledger.open(workId, driverId))
                                                : Optional.empty())
                                .flatMap(before -> decided(before, decision)));
    }

    private static Optional<Change<Ledger>> decided(Ledger before, PayHolds.HoldDecision decision) {
        return before.holds()
                .with(decision)
                .map(before::with)
                .map(after ->
                        after.holds().held() == before.holds().held()
                                ? Change.to(after)
                                : Change.to(
                                        after, SettlementEvents.paymentChanged(after, decision)));
    }

    /**
     * Closes a statement, once.
     *
     * @param looked the ledger as it was found to be ready; nothing is closed if it has become another one
     */
    public void close(Ledger looked) {
        close(looked, Ledger::close);
    }

    /** Closes the statement of a shift that became known after its business date was closed: all of it is paid with a later one. */
    public void closeLate(Ledger looked) {
        close(looked, Ledger::closeLate);
    }

    private void close(Ledger looked, BiFunction<Ledger, Instant, Ledger> closing) {
        ledgers.react(
                looked.workId().value(),
                "",
                (current, version) ->
                        current.filter(looked::equals)
                                .filter(found -> found.closed().isEmpty() && found.ready())
                                .map(found -> closing.apply(found, now()))
                                .map(after ->
                                        Change.to(
                                                after,
                                                SettlementEvents.closed(
                                                        after, after.closed().orElseThrow()))));
    }

    /** As it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Change<Ledger>> adjust(Ledger ledger, AdjustmentOrder order) {
        return AdjustmentRule.apply(ledger, order, clock.instant())
                .map(after ->
                        Change.to(
                                after,
                                SettlementEvents.adjusted(after, after.adjustments().getLast())));
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.OverdueMonitor;
import dev.supporters.settlement.SettlementConfig;
import dev.supporters.settlement.pay.Fact;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Carries what came after the close of a statement to the driver's next open one. The source says where it goes, then the target takes it,
 * then the source says that it is done. Only the one target may take it, under the same id whoever tries, so that it is never in two
 * statements and never lost; if the target is closed without it, another one is named. What takes away takes no more than there is, the rest
 * goes on.
 */
@ApplicationScoped
public class CorrectionCarrier {

    private static final Logger LOG = Logger.getLogger(CorrectionCarrier.class);
    private static final int MOST = 1_000;
    private static final int YEARS_OF_LEDGERS = 10;

    private final AggregateStore<Ledger> ledgers;
    private final LedgerRepository repository;
    private final Clock clock;
    private final SettlementConfig config;
    private final OverdueMonitor<WorkId> overdue;

    CorrectionCarrier(
            AggregateStore<Ledger> ledgers,
            LedgerRepository repository,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.repository = repository;
        this.clock = clock;
        this.config = config;
        overdue =
                new OverdueMonitor<>(
                        meters,
                        "supporters_settlement_overdue_corrections",
                        workId ->
                                LOG.warnf("correction waits for a later shift workId=%s", workId));
    }

    /** Carries what there is, and tells of what no later statement takes. */
    public synchronized void run() {
        repository.carrying(MOST).forEach(this::tryToCarry);
        Instant latest = clock.instant().minus(config.correctionPatience());
        overdue.found(
                repository.carrying(MOST).stream()
                        .filter(ledger -> ledger.closed().orElseThrow().time().isBefore(latest))
                        .filter(ledger -> !held(ledger))
                        .map(Ledger::workId)
                        .toList());
    }

    /** One that fails is tried again with the next run, and hinders no other. */
    private void tryToCarry(Ledger ledger) {
        try {
            carry(ledger.workId());
        } catch (RuntimeException e) {
            LOG.errorf(e, "correction cannot be carried workId=%s", ledger.workId());
        }
    }

    private void carry(WorkId source) {
        ledgers.react(source.value(), "", (current, version) -> current.flatMap(this::named))
                .map(Versioned::value)
                .ifPresent(ledger ->
                        ledger.closed()
                                .flatMap(Closed::underWay)
                                .ifPresent(carry -> deliver(ledger, carry)));
    }

    /** Whether something is to be paid that an operator holds: it waits as long as the statement itself. */
    private static boolean held(Ledger source) {
        return source.toCarry() > 0 && source.holds().held();
    }

    /** Says where it goes. */
    private Optional<Change<Ledger>> named(Ledger source) {
        long amount = source.toCarry();
        if (amount == 0 || held(source) || source.closed().flatMap(Closed::underWay).isPresent()) {
            return Optional.empty();
        }
        Closed line = source.closed().orElseThrow();
        return target(source, amount)
                .map(target ->
                        Change.to(source.with(line.with(line.next(target.workId(), amount)))));
    }

    /** The driver's next statement that is open. One from which is taken must be final, so that it is known what there is. */
    private Optional<Ledger> target(Ledger source, long amount) {
        LocalDate from = source.workId().businessDate().plusDays(1);
        Fact.Begun corrected = source.facts().begun().orElseThrow();
        return repository
                .ofDriver(source.driverId(), from, from.plusYears(YEARS_OF_LEDGERS))
                .stream()
                .filter(ledger -> ledger.closed().isEmpty())
                .filter(ledger -> {
                    Fact.Begun begun = ledger.facts().begun().orElseThrow();
                    return begun.product() == corrected.product()
                            && begun.terms().currency().equals(corrected.terms().currency());
                })
                .filter(ledger ->
                        amount > 0 || (ledger.ready() && ledger.balance(clock.instant()) > 0))
                .findFirst();
    }

    private void deliver(Ledger source, Closed.Carry carry) {
        String id = source.workId() + "/" + carry.number();
        Ledger target =
                ledgers.react(
                                carry.target().value(),
                                "",
                                (current, version) ->
                                        current.flatMap(ledger -> taken(ledger, source, carry, id)))
                        .orElseThrow(() -> StatementService.notFound(carry.target()))
                        .value();
        Optional<Correction> taken = target.correction(id);
        if (taken.isPresent() || target.closed().isPresent()) {
            finish(source.workId(), carry, taken);
        }
    }

    private Optional<Change<Ledger>> taken(
            Ledger target, Ledger source, Closed.Carry carry, String id) {
        if (target.correction(id).isPresent() || target.closed().isPresent()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long amount = Math.max(carry.amount(), -Math.max(0, target.balance(now)));
        if (amount == 0) {
            return Optional.empty();
        }
        Correction correction = new Correction(id, source.workId(), amount, now, carry.late());
        Ledger after = target.with(correction);
        return Optional.of(Change.to(after, SettlementEvents.corrected(after, correction)));
    }

    /** Says what the target took; or, if it was closed before and so never takes it, that another one is to be named. */
    private void finish(WorkId source, Closed.Carry carry, Optional<Correction> taken) {
        ledgers.react(
                source.value(),
                "",
                (current, version) ->
                        current.filter(ledger ->
                                        ledger.closed()
                                                .flatMap(Closed::underWay)
                                                .equals(Optional.of(carry)))
                                .map(ledger -> {
                                    Closed line = ledger.closed().orElseThrow();
                                    return Change.to(
                                            ledger.with(
                                                    taken.map(correction ->
                                                                    line.with(
                                                                            carry.took(
                                                                                    correction
                                                                                            .amount())))
                                                            .orElseGet(() -> line.without(carry))));
                                }));
    }
}

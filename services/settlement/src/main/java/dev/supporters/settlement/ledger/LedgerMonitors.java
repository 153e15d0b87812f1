package dev.supporters.settlement.ledger;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.time.OverdueMonitor;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.settlement.SettlementConfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Looks for statements on which somebody must act, and tells of them. Nothing is done to them: only an operator's decision changes pay. */
@ApplicationScoped
public class LedgerMonitors {

    private static final Logger LOG = Logger.getLogger(LedgerMonitors.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final LedgerRepository ledgers;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SettlementConfig config;
    private final OverdueMonitor<HeldBack> heldBack;
    private final OverdueMonitor<WorkId> disputes;
    private final OverdueMonitor<WorkId> holds;

    LedgerMonitors(
            LedgerRepository ledgers,
            Scheduler scheduler,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        heldBack =
                new OverdueMonitor<>(
                        meters,
                        "supporters_settlement_held_back_statements",
                        found ->
                                LOG.warnf(
                                        "statement held back workId=%s missingVersion=%d",
                                        found.workId(), found.missingVersion()));
        disputes =
                new OverdueMonitor<>(
                        meters,
                        "supporters_settlement_overdue_disputes",
                        workId -> LOG.warnf("dispute not answered workId=%s", workId));
        holds =
                new OverdueMonitor<>(
                        meters,
                        "supporters_settlement_overdue_holds",
                        workId -> LOG.warnf("pay is held for long workId=%s", workId));
    }

    /** A statement that waits for a missing event of its shift. */
    private record HeldBack(WorkId workId, long missingVersion) {}

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::lookForHeldBack);
        scheduler.every(PAUSE, this::lookForDisputes);
        scheduler.every(PAUSE, this::lookForHolds);
    }

    private void lookForHeldBack() {
        heldBack.found(
                ledgers.heldBack(MOST).stream()
                        .map(ledger ->
                                new HeldBack(ledger.workId(), ledger.heldBackBy().orElseThrow()))
                        .toList());
    }

    private void lookForDisputes() {
        Instant latest = clock.instant().minus(config.disputeAnswer());
        disputes.found(
                ids(
                        ledgers.openDisputes(Optional.empty(), MOST).stream()
                                .filter(ledger ->
                                        ledger.openDispute()
                                                .orElseThrow()
                                                .openTime()
                                                .isBefore(latest))
                                .toList()));
    }

    private void lookForHolds() {
        holds.found(ids(ledgers.heldSince(clock.instant().minus(config.holdReview()), MOST)));
    }

    private static Collection<WorkId> ids(Collection<Ledger> found) {
        return found.stream().map(Ledger::workId).toList();
    }
}

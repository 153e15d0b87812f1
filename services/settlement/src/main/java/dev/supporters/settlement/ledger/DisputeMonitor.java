package dev.supporters.settlement.ledger;

import dev.supporters.contract.WorkId;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Looks for disputes that nobody answers, and tells of them. */
@ApplicationScoped
public class DisputeMonitor {

    private static final Logger LOG = Logger.getLogger(DisputeMonitor.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final LedgerRepository ledgers;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SettlementConfig config;
    private final AtomicInteger overdue;
    private Set<WorkId> known = Set.of();

    DisputeMonitor(
            LedgerRepository ledgers,
            Scheduler scheduler,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overdue = meters.gauge("supporters_settlement_overdue_disputes", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    synchronized void look() {
        Instant latest = clock.instant().minus(config.disputeAnswer());
        List<Ledger> found =
                ledgers.openDisputes(Optional.empty(), MOST).stream()
                        .filter(ledger ->
                                ledger.openDispute().orElseThrow().openTime().isBefore(latest))
                        .toList();
        overdue.set(found.size());
        found.stream()
                .map(Ledger::workId)
                .filter(workId -> !known.contains(workId))
                .forEach(workId -> LOG.warnf("dispute not answered workId=%s", workId));
        known = found.stream().map(Ledger::workId).collect(Collectors.toSet());
    }
}

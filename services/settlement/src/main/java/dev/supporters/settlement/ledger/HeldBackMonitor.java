package dev.supporters.settlement.ledger;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Looks for statements that wait for a missing event of their shift, and tells of them. */
@ApplicationScoped
public class HeldBackMonitor {

    private static final Logger LOG = Logger.getLogger(HeldBackMonitor.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final LedgerRepository ledgers;
    private final Scheduler scheduler;
    private final AtomicInteger heldBack;
    private Set<WorkId> known = Set.of();

    HeldBackMonitor(LedgerRepository ledgers, Scheduler scheduler, MeterRegistry meters) {
        this.ledgers = ledgers;
        this.scheduler = scheduler;
        heldBack = meters.gauge("supporters_settlement_held_back_statements", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    synchronized void look() {
        List<Ledger> found = ledgers.heldBack(MOST);
        heldBack.set(found.size());
        found.stream()
                .filter(ledger -> !known.contains(ledger.workId()))
                .forEach(ledger ->
                        LOG.warnf(
                                "statement held back workId=%s missingVersion=%d",
                                ledger.workId(), ledger.heldBackBy().orElseThrow()));
        known = found.stream().map(Ledger::workId).collect(Collectors.toSet());
    }
}

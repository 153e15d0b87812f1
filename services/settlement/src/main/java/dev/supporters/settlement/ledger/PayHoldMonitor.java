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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Looks for pay that is held for so long that somebody must decide. Time alone releases nothing: only an operator's decision changes pay. */
@ApplicationScoped
public class PayHoldMonitor {

    private static final Logger LOG = Logger.getLogger(PayHoldMonitor.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final LedgerRepository ledgers;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SettlementConfig config;
    private final AtomicInteger overdue;
    private Set<WorkId> told = Set.of();

    PayHoldMonitor(
            LedgerRepository ledgers,
            Scheduler scheduler,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overdue = meters.gauge("supporters_settlement_overdue_holds", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    synchronized void look() {
        Set<WorkId> late =
                ledgers.heldSince(clock.instant().minus(config.holdReview()), MOST).stream()
                        .map(Ledger::workId)
                        .collect(Collectors.toSet());
        late.stream()
                .filter(workId -> !told.contains(workId))
                .forEach(workId -> LOG.warnf("pay is held for long workId=%s", workId));
        told = late;
        overdue.set(late.size());
    }
}

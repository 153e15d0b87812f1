package dev.supporters.settlement.close;

import dev.supporters.platform.time.OverdueMonitor;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.settlement.SettlementConfig;
import dev.supporters.settlement.ledger.CorrectionCarrier;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerRepository;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closes business dates some time after their windows' ends, goes on with those that are closing, and carries what came after a close. Tells
 * of dates that are not closed in time.
 */
@ApplicationScoped
public class CloseSweep {

    private static final Logger LOG = Logger.getLogger(CloseSweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final CloseService closes;
    private final CloseRepository repository;
    private final LedgerRepository ledgers;
    private final CorrectionCarrier carrier;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SettlementConfig config;
    private final OverdueMonitor<BusinessDate> overdue;
    private Set<BusinessDate> late = Set.of();

    CloseSweep(
            CloseService closes,
            CloseRepository repository,
            LedgerRepository ledgers,
            CorrectionCarrier carrier,
            Scheduler scheduler,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        if (config.closeLimit().compareTo(config.closeDelay()) < 0) {
            throw new IllegalArgumentException(
                    "supporters.settlement.close-limit: "
                            + config.closeLimit()
                            + " (expected: at least close-delay, "
                            + config.closeDelay()
                            + ")");
        }
        this.closes = closes;
        this.repository = repository;
        this.ledgers = ledgers;
        this.carrier = carrier;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overdue =
                new OverdueMonitor<>(
                        meters,
                        "supporters_settlement_overdue_closes",
                        date -> LOG.warnf("business date not closed date=%s", date));
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::run);
    }

    synchronized void run() {
        carrier.run();
        stillOpen().forEach(this::tryToClose);
        tellOverdue();
    }

    /** One that is found late by two runs is overdue: one that is late for the first time may be about to be closed by somebody else. */
    private void tellOverdue() {
        Set<BusinessDate> lateNow = late();
        overdue.found(lateNow.stream().filter(late::contains).toList());
        late = lateNow;
    }

    private Set<BusinessDate> late() {
        Instant latest = clock.instant().minus(config.closeLimit());
        return stillOpen().entrySet().stream()
                .filter(open -> open.getValue().isBefore(latest))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** One that fails is tried again with the next run, and hinders no other. */
    private void tryToClose(BusinessDate date, Instant windowEnd) {
        try {
            closes.proceed(closes.begin(date, windowEnd));
        } catch (RuntimeException e) {
            LOG.errorf(e, "business date cannot be closed date=%s", date);
        }
    }

    /** Business dates that are closing or should be, and when their windows ended. */
    private Map<BusinessDate, Instant> stillOpen() {
        Instant latest = clock.instant().minus(config.closeDelay());
        Map<BusinessDate, Instant> windowEnds = new LinkedHashMap<>();
        for (Ledger ledger : ledgers.toClose(latest, MOST)) {
            BusinessDate.of(ledger)
                    .ifPresent(date -> windowEnds.put(date, date.end(List.of(ledger))));
        }
        repository
                .closing()
                .forEach(close -> windowEnds.putIfAbsent(close.businessDate(), close.dueTime()));
        return windowEnds;
    }
}

package dev.supporters.settlement.ledger;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.settlement.SettlementConfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Calculates the ledgers of the last nights again from the archived events, and tells of those that say something else. */
@ApplicationScoped
public class LedgerProof {

    private static final Logger LOG = Logger.getLogger(LedgerProof.class);
    private static final int PAGE = 500;

    /** In every time zone, shifts of these business dates are over, and their events have come. */
    private static final List<Integer> DAYS_AGO = List.of(2, 3);

    private final LedgerRepository repository;
    private final StatementService statements;
    private final Scheduler scheduler;
    private final Clock clock;
    private final SettlementConfig config;
    private final AtomicInteger different;

    LedgerProof(
            LedgerRepository repository,
            StatementService statements,
            Scheduler scheduler,
            Clock clock,
            SettlementConfig config,
            MeterRegistry meters) {
        this.repository = repository;
        this.statements = statements;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        different =
                meters.gauge(
                        "supporters_settlement_ledgers_unlike_their_events", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(config.proofPause(), this::prove);
    }

    void prove() {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        different.set(DAYS_AGO.stream().mapToInt(days -> prove(today.minusDays(days))).sum());
    }

    private int prove(LocalDate businessDate) {
        int differing = 0;
        String after = "";
        List<Ledger> page = repository.of(businessDate, after, PAGE);
        while (!page.isEmpty()) {
            differing += (int) page.stream().filter(this::toldToDiffer).count();
            after = page.getLast().workId().value();
            page = repository.of(businessDate, after, PAGE);
        }
        return differing;
    }

    private boolean toldToDiffer(Ledger ledger) {
        Optional<String> cause = difference(ledger);
        cause.ifPresent(found -> LOG.errorf("%s workId=%s", found, ledger.workId()));
        return cause.isPresent();
    }

    /** Whether the archived events come to what the ledger says. */
    public boolean agrees(Ledger ledger) {
        return difference(ledger).isEmpty();
    }

    /** One whose events cannot be read is not proven either, and hinders no other. */
    private Optional<String> difference(Ledger ledger) {
        try {
            return statements.recompute(ledger).same()
                    ? Optional.empty()
                    : Optional.of("ledger differs from its events");
        } catch (RuntimeException e) {
            return Optional.of("ledger cannot be proven cause=" + e.getClass().getSimpleName());
        }
    }
}

package dev.supporters.work.overrun;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.OverdueMonitor;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.work.WorkConfig;
import dev.supporters.work.begin.WorkPolicyProvider;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftRepository;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks for shifts whose drive goes on longer after the window's end than the policy allows, and tells operators of them. They are paid
 * until somebody ends them.
 */
@ApplicationScoped
public class OverrunMonitor {

    private static final Logger LOG = Logger.getLogger(OverrunMonitor.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST = 5_000;

    private final ShiftRepository shifts;
    private final WorkPolicyProvider policies;
    private final Scheduler scheduler;
    private final Clock clock;
    private final WorkConfig config;
    private final OverdueMonitor<WorkId> overruns;

    OverrunMonitor(
            ShiftRepository shifts,
            WorkPolicyProvider policies,
            Scheduler scheduler,
            Clock clock,
            WorkConfig config,
            MeterRegistry meters) {
        this.shifts = shifts;
        this.policies = policies;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overruns =
                new OverdueMonitor<>(
                        meters,
                        "supporters_work_overrun_shifts",
                        workId -> LOG.warnf("drive has no end workId=%s", workId));
    }

    void start(@Observes StartupEvent event) {
        if (config.clockoff().enabled()) {
            scheduler.every(PAUSE, this::look);
        }
    }

    void look() {
        Instant now = clock.instant();
        overruns.found(
                shifts.overdue(now, MOST).stream()
                        .map(Versioned::value)
                        .filter(Shift.Ending.class::isInstance)
                        .map(Shift::details)
                        .filter(shift -> now.isAfter(shift.windowEnd().plus(limit(shift))))
                        .map(ShiftDetails::id)
                        .toList());
    }

    /** While the policies are not known, as is usual. */
    private Duration limit(ShiftDetails shift) {
        try {
            return policies.get(shift.product(), shift.region()).overrunLimit();
        } catch (Refusal refusal) {
            return PolicyDefaults.OVERRUN_LIMIT;
        }
    }
}

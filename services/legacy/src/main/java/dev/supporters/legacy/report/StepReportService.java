package dev.supporters.legacy.report;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.CallListener;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallRepository;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports the steps of registered calls to the gateway: each call's steps in order, each until the gateway's answer is final. Open
 * reports are stored in the call, so a restart loses none of them.
 */
@ApplicationScoped
public class StepReportService implements CallListener {

    private static final Logger LOG = Logger.getLogger(StepReportService.class);

    private final GeneralCallRepository calls;
    private final GatewayClient gateway;
    private final Scheduler scheduler;
    private final LegacyConfig config;
    private final Clock clock;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    public StepReportService(
            GeneralCallRepository calls,
            GatewayClient gateway,
            Scheduler scheduler,
            LegacyConfig config,
            Clock clock) {
        this.calls = calls;
        this.gateway = gateway;
        this.scheduler = scheduler;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        scheduler.every(config.reportPause(), this::sweep);
    }

    @Override
    public void changed(Versioned<GeneralCall> call) {
        if (due(call.value())) {
            waiting.add(call.id());
            scheduler.at(clock.instant(), () -> run(call.id()));
        }
    }

    /** Tries waiting reports again; stops at the first failure, as the next ones would fail too. */
    void sweep() {
        for (String callId : waiting) {
            if (!run(callId)) {
                return;
            }
        }
    }

    private boolean run(String callId) {
        if (!running.add(callId)) {
            return true;
        }
        try {
            while (waiting.remove(callId)) {
                if (!reportAll(callId)) {
                    waiting.add(callId);
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            waiting.add(callId);
            throw e;
        } finally {
            running.remove(callId);
        }
    }

    private boolean reportAll(String callId) {
        Optional<GeneralCall> call = calls.find(callId).map(Versioned::value);
        while (call.isPresent() && due(call.get())) {
            StepReport report = call.get().reports().getFirst();
            if (!reported(callId, report)) {
                return false;
            }
            call =
                    Optional.of(
                            calls.change(callId, current -> current.map(c -> c.confirmed(report)))
                                    .value());
        }
        return true;
    }

    private boolean reported(String callId, StepReport report) {
        try {
            return gateway.report(callId, report);
        } catch (Refusal refusal) {
            LOG.debugf(
                    "step not reported callId=%s step=%s cause=%s",
                    callId, report.step(), refusal.reasonName());
            return false;
        }
    }

    private static boolean due(GeneralCall call) {
        return call.registered() && !call.reports().isEmpty();
    }
}

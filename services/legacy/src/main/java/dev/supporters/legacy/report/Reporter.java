package dev.supporters.legacy.report;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.LegacyCalls;
import dev.supporters.legacy.dispatch.Report;
import dev.supporters.legacy.dispatch.Watcher;
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
 * Tells the gateway what happens to the calls that it knows: each call's steps in their order, each as often as it takes. What is
 * yet to be told stands in the call, so a restart loses none of it.
 */
@ApplicationScoped
public class Reporter implements Watcher {

    private static final Logger LOG = Logger.getLogger(Reporter.class);

    private final LegacyCalls calls;
    private final Gateway gateway;
    private final Scheduler scheduler;
    private final LegacyConfig config;
    private final Clock clock;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Reporter(
            LegacyCalls calls,
            Gateway gateway,
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
    public void stands(Versioned<LegacyCall> call) {
        if (due(call.value())) {
            waiting.add(call.id());
            scheduler.at(clock.instant(), () -> run(call.id()));
        }
    }

    /** Tries again what waits; stops at the first failure, as the next ones would fail too. */
    void sweep() {
        for (String callId : waiting) {
            if (!run(callId)) {
                return;
            }
        }
    }

    private boolean run(String callId) {
        if (!underWay.add(callId)) {
            return true;
        }
        try {
            while (waiting.remove(callId)) {
                if (!tellAll(callId)) {
                    waiting.add(callId);
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            waiting.add(callId);
            throw e;
        } finally {
            underWay.remove(callId);
        }
    }

    private boolean tellAll(String callId) {
        Optional<LegacyCall> call = calls.find(callId).map(Versioned::value);
        while (call.isPresent() && due(call.get())) {
            Report report = call.get().reports().getFirst();
            if (!told(callId, report)) {
                return false;
            }
            call =
                    Optional.of(
                            calls.change(callId, current -> current.map(c -> c.told(report)))
                                    .value());
        }
        return true;
    }

    private boolean told(String callId, Report report) {
        try {
            return gateway.tell(callId, report);
        } catch (Refusal refusal) {
            LOG.debugf(
                    "gateway not told callId=%s step=%s cause=%s",
                    callId, report.step(), refusal.reasonName());
            return false;
        }
    }

    private static boolean due(LegacyCall call) {
        return call.registered() && !call.reports().isEmpty();
    }
}

package dev.supporters.call.hold;

import dev.supporters.call.CallConfig;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.path.DispatchService;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.platform.time.Scheduler.Alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Function call-hold: looks for supporters for the calls that are held, all together, and ends the hold of those that have waited
 * long enough. It knows nothing but what is stored, so a crash loses nothing, and several instances may do the same at the same time.
 */
@ApplicationScoped
public class HoldSweep {

    private static final Logger LOG = Logger.getLogger(HoldSweep.class);
    private static final int LIMIT = 500;

    private final CallRepository calls;
    private final DispatchService dispatch;
    private final PathRouter router;
    private final Scheduler scheduler;
    private final Clock clock;
    private final CallConfig config;
    private final MeterRegistry meters;
    private final AtomicInteger waiting;
    private final AtomicLong overdue;
    private Alarm nextEnd = () -> {};

    public HoldSweep(
            CallRepository calls,
            DispatchService dispatch,
            PathRouter router,
            Scheduler scheduler,
            Clock clock,
            CallConfig config,
            MeterRegistry meters) {
        this.calls = calls;
        this.dispatch = dispatch;
        this.router = router;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        this.meters = meters;
        waiting = meters.gauge("supporters_call_held", new AtomicInteger());
        overdue = meters.gauge("supporters_call_held_overdue_seconds", new AtomicLong());
    }

    /** Where the function runs apart, the recovery of the serving one still ends what that one leaves. */
    void start(@Observes StartupEvent started) {
        if (config.hold()) {
            scheduler.every(config.holdEvery(), this::sweep);
        } else if (config.recovery()) {
            scheduler.every(config.recoverAfter(), this::endOverdue);
        }
    }

    synchronized void sweep() {
        List<Versioned<Call>> held = calls.held(LIMIT);
        Instant now = clock.instant();
        waiting.set(held.size());
        overdue.set(secondsOverdue(held, now));
        List<Versioned<Call>> goOn = end(held, now);
        awaitEnd(goOn);
        if (!goOn.isEmpty()) {
            route(goOn);
        }
    }

    /** Ends holds on time, and not only with the next sweep. */
    private void awaitEnd(List<Versioned<Call>> goOn) {
        nextEnd.cancel();
        nextEnd =
                goOn.stream()
                        .findFirst()
                        .flatMap(call -> call.value().hold())
                        .map(hold -> scheduler.at(hold.until(), this::endDue))
                        .orElse(() -> {});
    }

    private synchronized void endDue() {
        awaitEnd(end(calls.held(LIMIT), clock.instant()));
    }

    /** How long ago the hold should have ended that ends first. */
    private static long secondsOverdue(List<Versioned<Call>> held, Instant now) {
        return held.stream()
                .findFirst()
                .flatMap(call -> call.value().hold())
                .map(hold -> Math.max(0, Duration.between(hold.until(), now).toSeconds()))
                .orElse(0L);
    }

    /** With a delay, so that the function itself comes first. */
    private void endOverdue() {
        end(calls.held(LIMIT), clock.instant().minus(config.recoverAfter()));
    }

    /** Ends those that have waited long enough; the others are returned. */
    private List<Versioned<Call>> end(List<Versioned<Call>> held, Instant now) {
        List<Versioned<Call>> goOn = new ArrayList<>(held.size());
        for (Versioned<Call> call : held) {
            if (call.value().hold().filter(hold -> hold.until().isAfter(now)).isPresent()) {
                goOn.add(call);
            } else {
                ended(dispatch.endHold(call));
            }
        }
        return goOn;
    }

    private void route(List<Versioned<Call>> held) {
        Map<CallId, PathDecision> decisions;
        try {
            decisions = router.routeHeld(held);
        } catch (Refusal refusal) {
            LOG.warnf("held calls not routed calls=%d cause=%s", held.size(), refusal.reasonName());
            return;
        }
        for (Versioned<Call> call : held) {
            Optional.ofNullable(decisions.get(call.value().id()))
                    .map(decision -> dispatch.decided(call, decision))
                    .ifPresent(this::ended);
        }
    }

    /** Counts how the wait ended, if it did. */
    private void ended(Versioned<Call> call) {
        if (call.value().state() instanceof Requested) {
            return;
        }
        meters.counter("supporters_call_holds_total", "state", call.value().state().kind().name())
                .increment();
        LOG.debugf("hold ended callId=%s state=%s", call.id(), call.value().state().kind());
    }
}

package dev.supporters.legacy.dispatch;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.DispatchState.Offered;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** General dispatch. */
@ApplicationScoped
public class Dispatch {

    private final LegacyCalls calls;
    private final List<Watcher> watchers;
    private final Scheduler scheduler;
    private final LegacyConfig config;
    private final Clock clock;

    public Dispatch(
            LegacyCalls calls,
            @All List<Watcher> watchers,
            Scheduler scheduler,
            LegacyConfig config,
            Clock clock) {
        this.calls = calls;
        this.watchers = watchers;
        this.scheduler = scheduler;
        this.config = config;
        this.clock = clock;
    }

    /** Goes on with what a killed process left: offers that run out, and what the gateway has yet to hear. */
    void start(@Observes StartupEvent started) {
        calls.offered().forEach(this::tell);
        calls.untold().forEach(this::tell);
    }

    /** Takes a call; true if it is new. */
    public boolean submit(Submission submission) {
        AtomicBoolean isNew = new AtomicBoolean();
        Versioned<LegacyCall> after =
                calls.change(
                        submission.callId(),
                        current -> {
                            isNew.set(current.isEmpty());
                            return DispatchRules.submit(current, submission, clock.instant());
                        });
        tell(after);
        return isNew.get();
    }

    /** A supporter accepted a call. */
    public void result(DispatchResult result) {
        tell(
                calls.change(
                        result.callId(),
                        current -> DispatchRules.result(current, result, clock.instant())));
    }

    public void take(String callId, String driverId) {
        step(callId, (call, now) -> DispatchRules.take(call, driverId, now));
    }

    public void arrive(String callId, String driverId) {
        step(callId, (call, now) -> DispatchRules.arrive(call, driverId, now));
    }

    public void pickUp(String callId, String driverId) {
        step(callId, (call, now) -> DispatchRules.pickUp(call, driverId, now));
    }

    public void complete(String callId, String driverId) {
        step(callId, (call, now) -> DispatchRules.complete(call, driverId, now));
    }

    public void drop(String callId, String driverId) {
        step(callId, (call, now) -> DispatchRules.drop(call, driverId, now));
    }

    /**
     * Cancels a call.
     *
     * @param customerId empty for an operator
     */
    public void cancel(String callId, String customerId) {
        step(callId, (call, now) -> DispatchRules.cancel(call, customerId, now));
    }

    public LegacyCall get(String callId) {
        return calls.find(callId).orElseThrow(() -> new UnknownCall(callId)).value();
    }

    /** All dispatch results of supporters. */
    public List<DispatchResult> results() {
        return calls.withResults().stream()
                .flatMap(call -> call.value().results().stream())
                .toList();
    }

    private void expire(String callId) {
        step(callId, (call, now) -> DispatchRules.expire(call, config.unservedAfter(), now));
    }

    private void step(String callId, Step step) {
        tell(
                calls.change(
                        callId,
                        current ->
                                step.next(
                                        current.orElseThrow(() -> new UnknownCall(callId)),
                                        clock.instant())));
    }

    private void tell(Versioned<LegacyCall> call) {
        watchers.forEach(watcher -> watcher.stands(call));
        if (call.value().state() instanceof Offered offered) {
            scheduler.at(offered.since().plus(config.unservedAfter()), () -> expire(call.id()));
        }
    }

    private interface Step {

        Optional<LegacyCall> next(LegacyCall call, Instant now);
    }
}

package dev.supporters.legacy.dispatch;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.GeneralCallState.Offered;
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

/** General dispatch: commission drivers take calls, a supporter's acceptance is recorded, offers expire. */
@ApplicationScoped
public class GeneralDispatchService {

    private final GeneralCallRepository calls;
    private final List<CallListener> listeners;
    private final Scheduler scheduler;
    private final LegacyConfig config;
    private final Clock clock;

    public GeneralDispatchService(
            GeneralCallRepository calls,
            @All List<CallListener> listeners,
            Scheduler scheduler,
            LegacyConfig config,
            Clock clock) {
        this.calls = calls;
        this.listeners = listeners;
        this.scheduler = scheduler;
        this.config = config;
        this.clock = clock;
    }

    /** Continues what a killed process left: offers that expire, and reports that the gateway has not confirmed. */
    void start(@Observes StartupEvent started) {
        calls.offered().forEach(this::publish);
        calls.unreported().forEach(this::publish);
    }

    /** Takes a call; true if it is new. */
    public boolean submit(Submission submission) {
        AtomicBoolean isNew = new AtomicBoolean();
        Versioned<GeneralCall> after =
                calls.change(
                        submission.callId(),
                        current -> {
                            isNew.set(current.isEmpty());
                            return Optional.of(
                                    GeneralDispatchRules.submit(
                                            current, submission, clock.instant()));
                        });
        publish(after);
        return isNew.get();
    }

    /** A supporter accepted a call. */
    public void accept(SupporterAcceptance acceptance) {
        publish(
                calls.change(
                        acceptance.callId(),
                        current ->
                                GeneralDispatchRules.accept(current, acceptance, clock.instant())));
    }

    public void take(String callId, String driverId) {
        step(callId, (call, now) -> GeneralDispatchRules.take(call, driverId, now));
    }

    public void arrive(String callId, String driverId) {
        step(callId, (call, now) -> GeneralDispatchRules.arrive(call, driverId, now));
    }

    public void pickUp(String callId, String driverId) {
        step(callId, (call, now) -> GeneralDispatchRules.pickUp(call, driverId, now));
    }

    public void complete(String callId, String driverId) {
        step(callId, (call, now) -> GeneralDispatchRules.complete(call, driverId, now));
    }

    public void drop(String callId, String driverId) {
        step(callId, (call, now) -> GeneralDispatchRules.drop(call, driverId, now));
    }

    /**
     * Cancels a call.
     *
     * @param customerId empty for an operator
     */
    public void cancel(String callId, String customerId) {
        step(callId, (call, now) -> GeneralDispatchRules.cancel(call, customerId, now));
    }

    public GeneralCall get(String callId) {
        return calls.find(callId).orElseThrow(() -> new UnknownCallException(callId)).value();
    }

    /** All that supporters accepted. */
    public List<SupporterAcceptance> acceptances() {
        return calls.withAcceptances().stream()
                .flatMap(call -> call.value().acceptances().stream())
                .toList();
    }

    private void expire(String callId) {
        step(callId, (call, now) -> GeneralDispatchRules.expire(call, config.unservedAfter(), now));
    }

    private void step(String callId, Step step) {
        publish(
                calls.change(
                        callId,
                        current ->
                                step.next(
                                        current.orElseThrow(() -> new UnknownCallException(callId)),
                                        clock.instant())));
    }

    private void publish(Versioned<GeneralCall> call) {
        listeners.forEach(listener -> listener.changed(call));
        if (call.value().state() instanceof Offered offered) {
            scheduler.at(offered.since().plus(config.unservedAfter()), () -> expire(call.id()));
        }
    }

    private interface Step {

        Optional<GeneralCall> next(GeneralCall call, Instant now);
    }

    /** There is no such call. */
    public static final class UnknownCallException extends RuntimeException {

        UnknownCallException(String callId) {
            super("call " + callId, null, false, false);
        }
    }
}

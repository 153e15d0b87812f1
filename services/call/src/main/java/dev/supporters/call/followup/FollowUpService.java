package dev.supporters.call.followup;

import dev.supporters.call.CallConfig;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.FollowUp;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.call.life.FollowUp.Parked;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

/**
 * Follows calls up: tells the other parts what they must know, directly after the write, and notes in the call what came of it. What
 * was not taken is tried again by {@link FollowUpSweep}, with growing pauses, each call for itself; after too many answers, or too
 * long without one, it is parked.
 */
@ApplicationScoped
public class FollowUpService {

    private static final Logger LOG = Logger.getLogger(FollowUpService.class);

    private final CallRepository calls;
    private final FollowUpSender sender;
    private final Clock clock;
    private final CallConfig config;
    private final ExecutorService threads;
    private final MeterRegistry meters;

    public FollowUpService(
            CallRepository calls,
            FollowUpSender sender,
            Clock clock,
            CallConfig config,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters) {
        this.calls = calls;
        this.sender = sender;
        this.clock = clock;
        this.config = config;
        this.threads = threads;
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            for (Result result : Result.values()) {
                counted(kind, result, 0);
            }
        }
    }

    /** What became of an attempt. */
    enum Result {
        ACKNOWLEDGED,
        REFUSED,
        UNANSWERED,
        PARKED
    }

    /** Begins what a change of the call has made necessary; whoever changed it does not wait. */
    public void begin(Versioned<Call> call) {
        if (call.value().followUps().due().isPresent()) {
            Runnable first = () -> follow(call.value().id(), pending -> pending.attempts() == 0);
            threads.execute(Context.current().wrap(first));
        }
    }

    /** An operator releases what was parked: it begins anew. */
    public Versioned<Call> release(CallId callId) {
        Versioned<Call> released =
                calls.change(callId, "", call -> released(call, clock.instant()))
                        .orElseThrow(() -> CallRefusals.notFound(callId));
        LOG.infof("follow-ups released callId=%s", callId);
        begin(released);
        return released;
    }

    /** Tries what is due; false if another part did not answer. */
    boolean followDue(CallId callId) {
        Instant now = clock.instant();
        return follow(callId, pending -> !pending.due().isAfter(now));
    }

    private boolean follow(CallId callId, Predicate<NotTold> wanted) {
        boolean answered = true;
        for (Kind kind : Kind.values()) {
            Optional<Call> call = calls.find(callId).map(Versioned::value);
            Optional<NotTold> pending =
                    call.flatMap(c -> c.followUps().pending(kind)).filter(wanted);
            if (pending.isPresent()) {
                answered &= follow(call.get(), kind, pending.get());
            }
        }
        return answered;
    }

    private boolean follow(Call call, Kind kind, NotTold pending) {
        SendResult sent = sender.send(call, kind);
        Instant now = clock.instant();
        Result result =
                switch (sent) {
                    case SendResult.Delivered taken -> Result.ACKNOWLEDGED;
                    case SendResult.Declined refused ->
                            pending.attempts() + 1 < config.followUpAttempts()
                                    ? Result.REFUSED
                                    : Result.PARKED;
                    case SendResult.Unanswered unanswered ->
                            now.isBefore(pending.since().plus(config.followUpTime()))
                                    ? Result.UNANSWERED
                                    : Result.PARKED;
                };
        counted(kind, result, 1);
        if (result != Result.ACKNOWLEDGED) {
            LOG.warnf(
                    "not followed up callId=%s kind=%s result=%s cause=%s",
                    call.id(), kind, result, sent.reason());
        }
        if (result != Result.UNANSWERED) {
            FollowUp.Status status =
                    switch (result) {
                        case ACKNOWLEDGED -> new FollowUp.Acknowledged(now);
                        case REFUSED -> pending.refused(now, pause(pending.attempts()));
                        case PARKED -> new Parked(now, pending.attempts() + 1, sent.reason());
                        case UNANSWERED -> pending;
                    };
            note(call.id(), new FollowUp(kind, status), pending);
        }
        return !(sent instanceof SendResult.Unanswered);
    }

    /** Notes it, unless the call has changed so that something else must be told now. */
    private void note(CallId callId, FollowUp next, NotTold before) {
        calls.change(callId, "", call -> noted(call, next, before, clock.instant()))
                .filter(call -> call.value().followUps().pending(Kind.TAKE_BACK).isPresent())
                .filter(call -> next.kind() == Kind.HAND_OVER)
                .ifPresent(this::begin);
    }

    private static Optional<Call> noted(Call call, FollowUp next, NotTold before, Instant now) {
        boolean same =
                call.followUps()
                        .pending(next.kind())
                        .filter(pending -> pending.since().equals(before.since()))
                        .isPresent();
        if (same) {
            return Optional.of(call.with(call.followUps().with(next)));
        }
        // handed over while it was cancelled: taking it back may have come too early
        return next.kind() == Kind.HAND_OVER && FollowUpSender.unwanted(call)
                ? Optional.of(call.takenBack(now))
                : Optional.empty();
    }

    private static Optional<Call> released(Call call, Instant now) {
        Call released = call;
        for (Kind kind : Kind.values()) {
            if (call.followUps().find(kind).filter(f -> f.status() instanceof Parked).isPresent()) {
                released = released.with(released.followUps().with(FollowUp.pending(kind, now)));
            }
        }
        return released.equals(call) ? Optional.empty() : Optional.of(released);
    }

    private Duration pause(int attempts) {
        Duration pause = config.followUpPause().multipliedBy(1L << Math.min(attempts, 10));
        Duration longest = config.followUpLongestPause();
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private void counted(Kind kind, Result result, int times) {
        meters.counter(
                        "supporters_call_follow_ups_total",
                        "kind",
                        kind.name(),
                        "result",
                        result.name())
                .increment(times);
    }
}

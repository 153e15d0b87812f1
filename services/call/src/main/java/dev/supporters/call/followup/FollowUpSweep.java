package dev.supporters.call.followup;

import dev.supporters.call.CallConfig;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.FollowUp;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.call.life.FollowUps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Function call-general: tries again what is to be followed up and was not taken, several calls at a time. It knows nothing but what is
 * stored, so a crash loses nothing; of several instances the one that notes its attempt first makes it.
 */
@ApplicationScoped
public class FollowUpSweep {

    private static final Logger LOG = Logger.getLogger(FollowUpSweep.class);
    private static final int LIMIT = 500;
    private static final int TOGETHER = 16;

    private final CallRepository calls;
    private final FollowUpService followUps;
    private final Scheduler scheduler;
    private final Clock clock;
    private final CallConfig config;
    private final ExecutorService threads;
    private final AtomicLong oldest;
    private final AtomicInteger parked;
    private final ReentrantLock sweeping = new ReentrantLock();

    public FollowUpSweep(
            CallRepository calls,
            FollowUpService followUps,
            Scheduler scheduler,
            Clock clock,
            CallConfig config,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters) {
        this.calls = calls;
        this.followUps = followUps;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        this.threads = threads;
        oldest = meters.gauge("supporters_call_follow_ups_oldest_seconds", new AtomicLong());
        parked = meters.gauge("supporters_call_parked", new AtomicInteger());
    }

    /** Where the function runs apart, the serving instances still try what that one leaves. */
    void start(@Observes StartupEvent started) {
        if (config.followUps()) {
            scheduler.every(config.followUpEvery(), () -> sweep(config.followUpPause()));
        } else if (config.recovery()) {
            scheduler.every(
                    config.recoverAfter(),
                    () -> sweep(config.followUpPause().plus(config.recoverAfter())));
        }
    }

    /**
     * Tries what is due.
     *
     * @param later how long after it is due, so that whoever changed the call comes first
     */
    void sweep(Duration later) {
        sweeping.lock();
        try {
            Instant now = clock.instant();
            List<Versioned<Call>> due = calls.followUpsDue(now.minus(later), LIMIT);
            oldest.set(secondsWaiting(due, now));
            parked.set(calls.parked(Optional.empty(), LIMIT).size());
            for (int begin = 0; begin < due.size(); begin += TOGETHER) {
                if (!tryAll(due.subList(begin, Math.min(begin + TOGETHER, due.size())))) {
                    LOG.warnf("follow-ups wait for an answer calls=%d", due.size());
                    return;
                }
            }
        } finally {
            sweeping.unlock();
        }
    }

    private static long secondsWaiting(List<Versioned<Call>> due, Instant now) {
        return due.stream()
                .flatMap(call -> call.value().followUps().waitingSince().stream())
                .min(Instant::compareTo)
                .map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0L);
    }

    /** False if nobody answered for any of them: then the rest waits, too. */
    private boolean tryAll(List<Versioned<Call>> together) {
        List<Callable<Boolean>> attempts =
                together.stream().<Callable<Boolean>>map(call -> () -> tryAgain(call)).toList();
        try {
            return threads.invokeAll(attempts).stream().anyMatch(FollowUpSweep::answered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean answered(Future<Boolean> attempt) {
        return attempt.state() == Future.State.SUCCESS && attempt.resultNow();
    }

    private boolean tryAgain(Versioned<Call> call) {
        Instant now = clock.instant();
        AtomicBoolean mine = new AtomicBoolean();
        calls.change(
                call.value().id(),
                "",
                current -> {
                    mine.set(current.followUps().equals(call.value().followUps()));
                    return mine.get() ? Optional.of(tried(current, now)) : Optional.empty();
                });
        return !mine.get() || followUps.followDue(call.value().id());
    }

    private static Call tried(Call call, Instant now) {
        FollowUps next = call.followUps();
        for (FollowUp followUp : call.followUps().all()) {
            if (followUp.status() instanceof NotTold pending && !pending.due().isAfter(now)) {
                next = next.with(new FollowUp(followUp.kind(), pending.tried(now)));
            }
        }
        return call.with(next);
    }
}

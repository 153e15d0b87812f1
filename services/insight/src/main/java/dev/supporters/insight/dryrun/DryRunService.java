package dev.supporters.insight.dryrun;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.CallDeadline;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Plays nights under two policies: one request at a time, in a thread of its own, so that nothing else waits for it. */
@ApplicationScoped
public class DryRunService {

    private static final long IDLE_SECONDS = 10;

    private final PlayableNights nights;
    private final Duration timeout;

    /** For one request at a time; given back before it is answered. */
    private final Semaphore place = new Semaphore(1);

    private final ExecutorService thread =
            new ThreadPoolExecutor(
                    0,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("policy-dry-run").factory());

    DryRunService(
            NightRepository nights,
            AggregateStore<NightStates> states,
            Clock clock,
            InsightConfig config) {
        this.nights = new PlayableNights(nights, states, clock, config.legacyNight().after());
        timeout = config.dryRun().timeout();
    }

    /**
     * The same request has the same answer, as long as no other night was counted. Refused: INVALID_ARGUMENT for policies that cannot be
     * compared, RESOURCE_EXHAUSTED while another request is played, DEADLINE_EXCEEDED; for a date NIGHT_NOT_FOUND,
     * BUSINESS_DATE_NOT_OVER, NIGHT_NOT_PLAYABLE.
     */
    public DryRun run(Policy present, Policy proposed, AskedNights asked) {
        requireComparable(present, proposed);
        if (!place.tryAcquire()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                    "another dry run is under way",
                    "one at a time; try again later");
        }
        AtomicBoolean givenUp = new AtomicBoolean();
        CompletableFuture<DryRun> running;
        try {
            running =
                    CompletableFuture.supplyAsync(
                            () -> played(present, proposed, asked, givenUp), thread);
        } catch (RejectedExecutionException e) {
            place.release();
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, "the service ends", "another process");
        }
        try {
            return answer(running, asked.count());
        } finally {
            givenUp.set(true);
        }
    }

    private DryRun played(
            Policy present, Policy proposed, AskedNights asked, AtomicBoolean givenUp) {
        try {
            return play(present, proposed, nights.find(present, asked), asked, givenUp);
        } finally {
            place.release();
        }
    }

    private static void requireComparable(Policy present, Policy proposed) {
        requireSame("product", present.getProduct(), proposed.getProduct());
        requireSame("region", present.getRegion(), proposed.getRegion());
        requireSame(
                "hourly_wage.currency",
                present.getHourlyWage().getCurrency(),
                proposed.getHourlyWage().getCurrency());
    }

    private static void requireSame(String field, Object present, Object proposed) {
        if (!present.equals(proposed)) {
            throw Refusal.invalid("proposed." + field, proposed, "as in present: " + present);
        }
    }

    private static DryRun play(
            Policy present,
            Policy proposed,
            NightToPlay night,
            AskedNights asked,
            AtomicBoolean givenUp) {
        List<PlayedPair> pairs = new ArrayList<>();
        for (int number = 0; number < asked.count(); number++) {
            if (givenUp.get() || Thread.currentThread().isInterrupted()) {
                throw late(asked.count());
            }
            pairs.add(night.play(asked.seed() + number, present, proposed));
        }
        return new DryRun(
                night.calls(),
                night.size(),
                night.leftOut(),
                PlayedPair.figures(pairs),
                SimulatedTerms.notSimulated(present, proposed));
    }

    /** As long as the caller waits, and at most as long as the settings allow. */
    private DryRun answer(CompletableFuture<DryRun> running, int count) {
        Duration most =
                CallDeadline.remaining()
                        .filter(left -> left.compareTo(timeout) < 0)
                        .orElse(timeout);
        try {
            return running.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(count);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a fault in a dry run", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(count);
        }
    }

    private static Refusal late(int count) {
        return new Refusal(
                ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                "nights: " + count + ", which takes too long",
                "fewer nights");
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}

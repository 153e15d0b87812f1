package dev.supporters.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How often one person may ask: some operations at once, and after that so many each second. Whoever asks as fast as a machine can is
 * refused before anybody else has to wait. Operators and services are trusted, and have no limit. Each process counts for itself.
 */
public final class SubjectLimits {

    /** So many persons are remembered; whoever has not asked for a while has a full bucket anyway. */
    private static final int MOST_SUBJECTS = 200_000;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final String expected;

    /**
     * @param burst how many operations at once, from 1 on
     * @param perSecond how many operations a second, by the clock, from 1 on
     */
    public SubjectLimits(int burst, int perSecond, Clock clock) {
        this(burst, perSecond, SECOND, perSecond + " a second", clock);
    }

    private SubjectLimits(int burst, int more, Duration period, String pace, Clock clock) {
        bandwidth = Bandwidth.builder().capacity(burst).refillGreedy(more, period).build();
        time = new ClockMeter(clock);
        expected = "at most " + burst + " operations at once and " + pace;
        Duration full = period.multipliedBy(burst).dividedBy(more).plus(period);
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_SUBJECTS)
                        .expireAfterAccess(full)
                        .ticker(time::currentTimeNanos)
                        .build();
    }

    /**
     * Limits of what is asked seldom.
     *
     * @param burst how many operations at once, from 1 on
     * @param perMinute how many operations a minute, by the clock, from 1 on
     */
    public static SubjectLimits perMinute(int burst, int perMinute, Clock clock) {
        return new SubjectLimits(
                burst, perMinute, Duration.ofMinutes(1), perMinute + " a minute", clock);
    }

    /** Counts one operation of the principal; RESOURCE_EXHAUSTED for one too many. */
    public void count(Principal principal) {
        if (!principal.seesAll()) {
            countEverybody(principal);
        }
    }

    /** An operator who does something by hand, at a person's pace; all others are refused. */
    public Principal countOperator(Principal principal) {
        principal.mustBeOperator();
        countEverybody(principal);
        return principal;
    }

    /** The same with operators and services counted, too: for what people do by hand. */
    public void countEverybody(Principal principal) {
        Bucket bucket =
                buckets.get(
                        principal.id(),
                        ignored ->
                                Bucket.builder()
                                        .addLimit(bandwidth)
                                        .withCustomTimePrecision(time)
                                        .build());
        if (!bucket.tryConsume(1)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED, "too many operations", expected);
        }
    }

    /** The product's clock, which may run faster than real time; so do the persons who live by it. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

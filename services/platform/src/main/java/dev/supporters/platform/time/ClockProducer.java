package dev.supporters.platform.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** The clock and its scheduler as beans; tests put their own in place. */
@Singleton
class ClockProducer {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Produces
    @Singleton
    @DefaultBean
    @Typed(RateClock.class)
    RateClock rateClock(ClockConfig config) {
        Instant now = Instant.now();
        Optional<Instant> fixed = Optional.of(config.anchor().orElse(now));
        Supplier<Optional<Instant>> anchor =
                config.anchorFile()
                        .<Supplier<Optional<Instant>>>map(AnchorFile::new)
                        .orElse(() -> fixed);
        return new RateClock(
                Instant::now,
                config.rate(),
                anchor,
                config.origin().orElse(now),
                config.realtimeAfter().orElse(NEVER));
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(RateClock clock) {
        return clock;
    }

    @Produces
    @Singleton
    @DefaultBean
    Scheduler scheduler(RateClock clock, @VirtualThreads ExecutorService threads) {
        return new ClockScheduler(clock, threads);
    }

    void close(@Disposes Scheduler scheduler) {
        if (scheduler instanceof ClockScheduler own) {
            own.close();
        }
    }
}

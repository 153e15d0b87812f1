package dev.supporters.mlgateway.ranking;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when a model may calculate. Models are plain arithmetic and look at it themselves, so that no request needs a thread more.
 *
 * @param ticker nanoseconds, as {@link System#nanoTime()} counts them
 */
public record RankDeadline(LongSupplier ticker, long end) {

    static RankDeadline in(Duration time, LongSupplier ticker) {
        return new RankDeadline(ticker, ticker.getAsLong() + time.toNanos());
    }

    public boolean isOver() {
        return ticker.getAsLong() - end > 0;
    }
}

package dev.supporters.gateway.numbering;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Numbers calls: 18 decimal digits, 13 of them the millisecond, 5 this process's own. They grow with time; two processes would have
 * to have drawn the same five digits and number a call in the same millisecond to collide, and then `call` refuses the second.
 * Others (operators, the legacy system) number with at most 17 digits, so theirs never meet ours.
 */
public final class CallNumbers {

    /** The most digits of a number that somebody else gave. */
    public static final int FOREIGN_DIGITS = 17;

    private static final int PROCESSES = 100_000;

    private final Clock clock;
    private final int process;
    private final AtomicLong lastMillis = new AtomicLong();

    public CallNumbers(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.process = random.nextInt(PROCESSES);
    }

    /** A number that this process has never given. */
    public String next() {
        long now = clock.millis();
        long millis = lastMillis.updateAndGet(last -> Math.max(now, last + 1));
        return Long.toString(millis * PROCESSES + process);
    }
}

package dev.supporters.contract;

import dev.supporters.platform.digest.Sha256;

import java.math.BigInteger;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Numbers calls with 18 decimal digits. Others (operators, the legacy system) number with at most 17, so the two never meet.
 *
 * <p>A request that may be sent again, because it has an idempotency key, gets a number made from that key, beginning with 9: the
 * same number from every process, so that one request does not become two calls. Any other request gets a number made from the time:
 * 13 digits for the millisecond, 5 for this process. Two processes give the same number only if they drew the same five digits and
 * number a call in the same millisecond; then `call` refuses the second.
 */
public final class CallNumbers {

    /** The most digits of a number that somebody else gave. */
    public static final int FOREIGN_DIGITS = 17;

    private static final int PROCESSES = 100_000;
    private static final long FIRST_OF_KEYS = 900_000_000_000_000_000L;
    private static final BigInteger KEYS = BigInteger.valueOf(100_000_000_000_000_000L);

    private final Clock clock;
    private final int process;
    private final AtomicLong lastMillis = new AtomicLong();

    public CallNumbers(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.process = random.nextInt(PROCESSES);
    }

    /** The number that belongs to an idempotency key. */
    public static String ofKey(String key) {
        return Long.toString(
                FIRST_OF_KEYS + new BigInteger(1, Sha256.of(key)).mod(KEYS).longValueExact());
    }

    /** The number that belongs to a customer's request. */
    public static String ofRequest(String customerId, String requestId) {
        return ofKey(customerId + "\n" + requestId);
    }

    /** A number that this process has never given; it grows with time. */
    public String next() {
        long now = clock.millis();
        long millis = lastMillis.updateAndGet(last -> Math.max(now, last + 1));
        return Long.toString(millis * PROCESSES + process);
    }
}

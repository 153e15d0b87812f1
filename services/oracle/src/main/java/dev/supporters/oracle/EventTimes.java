package dev.supporters.oracle;

import com.google.protobuf.Timestamp;

import java.time.Duration;
import java.time.Instant;

/** Times of events. */
public final class EventTimes {

    private EventTimes() {}

    public static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /** Seconds from begin to end, counting a begun second as a whole one; 0 if the end comes first. */
    public static long fullSeconds(Instant begin, Instant end) {
        Duration passed = Duration.between(begin, end);
        return Math.max(0, passed.plusSeconds(1).minusNanos(1).toSeconds());
    }
}

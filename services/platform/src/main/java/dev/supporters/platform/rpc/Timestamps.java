package dev.supporters.platform.rpc;

import com.google.protobuf.Timestamp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Protobuf's times and java.time's. */
public final class Timestamps {

    private Timestamps() {}

    public static Timestamp of(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    public static Instant instant(Timestamp timestamp) {
        try {
            return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
        } catch (ArithmeticException e) {
            throw new DateTimeException("a time " + timestamp.getSeconds() + " s from 1970", e);
        }
    }

    public static com.google.protobuf.Duration of(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    public static Duration duration(com.google.protobuf.Duration duration) {
        try {
            return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
        } catch (ArithmeticException e) {
            throw new DateTimeException("a duration of " + duration.getSeconds() + " s", e);
        }
    }
}

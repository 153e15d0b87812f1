package dev.supporters.dispatch.assignment;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.common.v1.Product;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A night, its policy, its calls and its supporters. */
final class AssignmentSamples {

    static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
    static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    static final Position ORIGIN = new Position(37.4979, 127.0276);

    private AssignmentSamples() {}

    /** As before there were these numbers. */
    static PathPolicy plain() {
        return policy(Optional.empty(), Duration.ZERO, Duration.ZERO, Optional.empty());
    }

    static PathPolicy growing(int firstMinutes, int growthSeconds) {
        return policy(
                Optional.of(Duration.ofMinutes(firstMinutes)),
                Duration.ofSeconds(growthSeconds),
                Duration.ZERO,
                Optional.empty());
    }

    static PathPolicy holding(int seconds) {
        return policy(
                Optional.empty(), Duration.ZERO, Duration.ofSeconds(seconds), Optional.empty());
    }

    static PathPolicy tolerating(int minutesAfterWindow) {
        return policy(
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                Optional.of(Duration.ofMinutes(minutesAfterWindow)));
    }

    static CallToAssign call(int distanceMeters) {
        return new CallToAssign(new CallId("1"), ORIGIN, NOW, distanceMeters);
    }

    static RankedSupporter ranked(String driverId, int etaSeconds, Instant until) {
        return new RankedSupporter(
                new FreeSupporter(
                        new DriverId(driverId), ORIGIN, 0, Product.PRODUCT_DRIVER, "seoul", until),
                etaSeconds,
                -etaSeconds);
    }

    static Ranking ranking(RankedSupporter... ranked) {
        return new Ranking(List.of(ranked), "model@1");
    }

    private static PathPolicy policy(
            Optional<Duration> first,
            Duration growth,
            Duration hold,
            Optional<Duration> tolerance) {
        return new PathPolicy(
                new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), Duration.ofHours(4)),
                100,
                Duration.ofMinutes(20),
                32,
                new AssignmentPolicy(first, growth, hold, false, Duration.ZERO, tolerance));
    }
}

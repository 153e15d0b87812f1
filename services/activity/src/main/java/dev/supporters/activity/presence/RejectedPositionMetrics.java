package dev.supporters.activity.presence;

import dev.supporters.proto.activity.v1.PositionProblem;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;

/** Counts positions that were not taken, by why. */
@ApplicationScoped
public class RejectedPositionMetrics {

    private static final String PREFIX = "POSITION_PROBLEM_";

    private final MeterRegistry meters;

    RejectedPositionMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Report.Rejected rejected) {
        meters.counter(
                        "supporters_activity_rejected_positions_total",
                        "problem",
                        name(rejected.problem()))
                .increment();
    }

    private static String name(PositionProblem problem) {
        return problem.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }
}

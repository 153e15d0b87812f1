package dev.supporters.commander.engagement;

import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.DriveRule.DriveStep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.function.Supplier;

/** Counts commands, their outcomes and drives, and times assignments. */
@Startup // an alert watches a counter, which has to exist before its first event
@ApplicationScoped
public class CommandMetrics {

    private final MeterRegistry meters;
    private final Counter unconfirmed;

    public CommandMetrics(MeterRegistry meters) {
        this.meters = meters;
        unconfirmed = meters.counter("supporters_commander_unconfirmed_total");
    }

    /** A command was given, or got its outcome. */
    void command(String outcome) {
        meters.counter("supporters_commander_commands_total", "outcome", outcome).increment();
    }

    /** A drive ended. */
    void drive(String end) {
        meters.counter("supporters_commander_drives_total", "end", end).increment();
    }

    /** A driver's position contradicted a step. */
    void doubted(DriveStep step, StepCheck.Contradicted outcome) {
        meters.counter(
                        "supporters_commander_doubted_steps_total",
                        "step",
                        step.name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** A command was accepted although its call could not be asked. */
    void unconfirmed() {
        unconfirmed.increment();
    }

    Assignment timed(Supplier<Assignment> assign) {
        Timer.Sample sample = Timer.start(meters);
        String result = "failed";
        try {
            Assignment assignment = assign.get();
            result =
                    switch (assignment) {
                        case Assignment.Given given -> given.repeated() ? "repeated" : "commanded";
                        case Assignment.NoneFree none -> "none_free";
                        case Assignment.CallClosed closed -> "call_closed";
                    };
            return assignment;
        } finally {
            sample.stop(meters.timer("supporters_commander_assign_seconds", "result", result));
        }
    }
}

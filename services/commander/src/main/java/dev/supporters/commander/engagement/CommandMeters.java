package dev.supporters.commander.engagement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Supplier;

/** What is counted of commands. */
@ApplicationScoped
public class CommandMeters {

    private final MeterRegistry meters;

    public CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A command was given, or got its outcome. */
    void command(String outcome) {
        meters.counter("supporters_commander_commands_total", "outcome", outcome).increment();
    }

    /** A drive ended. */
    void drive(String end) {
        meters.counter("supporters_commander_drives_total", "end", end).increment();
    }

    /** A command was accepted although its call could not be asked. */
    void unconfirmed() {
        meters.counter("supporters_commander_unconfirmed_total").increment();
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

package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.CommandFailedException;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs steps, prints each result at once, and all of them as a table. */
final class ResultTable {

    private final PrintStream log;
    private final List<String> rows = new ArrayList<>();
    private boolean failed;

    ResultTable(PrintStream log) {
        this.log = log;
    }

    void say(String message) {
        log.println(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)
                        + " "
                        + message);
    }

    /** Runs a step; a program that fails in it is the step's failure. True if the step did not fail. */
    boolean run(String name, Step step) throws InterruptedException {
        long begin = System.nanoTime();
        StepResult result;
        try {
            result = step.run();
        } catch (CommandFailedException e) {
            result = StepResult.failed(e.getMessage());
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begin);
        add(name, result, result.measured().orElse(whole).toSeconds());
        return result.outcome() != Outcome.FAILED;
    }

    boolean failed() {
        return failed;
    }

    String markdown() {
        return "| step | result | seconds | detail |\n|---|---|---:|---|\n" + String.join("", rows);
    }

    private void add(String name, StepResult result, long seconds) {
        rows.add(
                "| %s | %s | %d | %s |\n"
                        .formatted(name, result.outcome().label, seconds, result.detail()));
        say("%s: %s (%d s) %s".formatted(name, result.outcome().label, seconds, result.detail()));
        failed |= result.outcome() == Outcome.FAILED;
    }

    /** One step of the test. */
    @FunctionalInterface
    interface Step {

        StepResult run() throws InterruptedException;
    }

    /** How a step ended. */
    enum Outcome {
        OK("ok"),
        FAILED("FAILED"),
        SKIPPED("skipped");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /**
     * What a step saw.
     *
     * @param measured the time to show, if it is not the time of the whole step
     */
    record StepResult(Outcome outcome, String detail, Optional<Duration> measured) {

        static StepResult ok(String detail) {
            return new StepResult(Outcome.OK, detail, Optional.empty());
        }

        static StepResult failed(String detail) {
            return new StepResult(Outcome.FAILED, detail, Optional.empty());
        }

        static StepResult skipped(String detail) {
            return new StepResult(Outcome.SKIPPED, detail, Optional.empty());
        }

        StepResult took(Duration duration) {
            return new StepResult(outcome, detail, Optional.of(duration));
        }
    }
}

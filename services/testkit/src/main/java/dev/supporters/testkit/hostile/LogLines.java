package dev.supporters.testkit.hostile;

import dev.supporters.platform.time.Scheduler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What this process logs as a warning or an error, from when this is made until it is closed. Of schedulers, that of
 * component tests too, only errors: their tasks come on their own, and warn of what is late.
 */
public final class LogLines extends Handler implements AutoCloseable {

    private static final int MOST = 10_000;

    /** What says more on a busy machine: the broker and the store that component tests bring. */
    private static final List<String> OF_THE_MACHINE =
            List.of(
                    "kafka.",
                    "org.apache.kafka.",
                    "de.bwaldvogel.",
                    // nobody collects traces in tests
                    "io.quarkus.opentelemetry.runtime.exporter.");

    /** Says on a busy machine that an event loop was blocked, whoever did it; a run with many requests has the machine to itself. */
    private static final String EVENT_LOOPS = "io.vertx.core.impl.BlockedThreadChecker";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines() {
        setLevel(Level.WARNING);
        Logger.getLogger("").addHandler(this);
    }

    /** The first so many thousand: one that matters must not be crowded out by those that are expected. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        Level least = ofATimer() ? Level.SEVERE : Level.WARNING;
        if (line.getLevel().intValue() >= least.intValue()
                && lines.size() < MOST
                && !ofTheMachine(String.valueOf(line.getLoggerName()))) {
            lines.add(
                    "%s %s: %s %s"
                            .formatted(
                                    line.getLevel(),
                                    line.getLoggerName(),
                                    line.getMessage(),
                                    line.getThrown()));
        }
    }

    private static boolean ofTheMachine(String logger) {
        return OF_THE_MACHINE.stream().anyMatch(logger::startsWith)
                || (logger.startsWith(EVENT_LOOPS) && !HostileRun.many());
    }

    private static boolean ofATimer() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.anyMatch(frame ->
                                Scheduler.class.isAssignableFrom(frame.getDeclaringClass())));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}

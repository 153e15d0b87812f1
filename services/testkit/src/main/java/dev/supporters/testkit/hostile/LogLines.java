package dev.supporters.testkit.hostile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this process logs as a warning or an error, from when this is made until it is closed. */
public final class LogLines extends Handler implements AutoCloseable {

    /** The broker and the store that component tests bring say more on a busy machine. */
    private static final List<String> EMBEDDED =
            List.of("kafka.", "org.apache.kafka.", "de.bwaldvogel.");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines() {
        setLevel(Level.WARNING);
        Logger.getLogger("").addHandler(this);
    }

    /** The first hundred. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()
                && lines.size() < 100
                && EMBEDDED.stream().noneMatch(String.valueOf(line.getLoggerName())::startsWith)) {
            lines.add(
                    "%s %s: %s %s"
                            .formatted(
                                    line.getLevel(),
                                    line.getLoggerName(),
                                    line.getMessage(),
                                    line.getThrown()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}

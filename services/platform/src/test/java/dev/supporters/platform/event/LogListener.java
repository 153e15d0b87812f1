package dev.supporters.platform.event;

import org.jboss.logmanager.ExtLogRecord;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the warnings of a class. */
final class LogListener implements AutoCloseable {

    private final Logger logger;
    private final Handler handler;

    LogListener(Class<?> heard, List<String> warnings) {
        logger = Logger.getLogger(heard.getName());
        handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                            warnings.add(
                                    line instanceof ExtLogRecord formatted
                                            ? formatted.getFormattedMessage()
                                            : line.getMessage());
                        }
                    }

                    @Override
                    public void flush() {
                        // nothing is kept
                    }

                    @Override
                    public void close() {
                        // there is nothing to close
                    }
                };
        logger.addHandler(handler);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}

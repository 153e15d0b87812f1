package dev.supporters.local;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Lets another handler print, without writing into the live line. */
final class LogsAboveLiveLine extends Handler {

    private final Handler handler;
    private final Console console;

    private LogsAboveLiveLine(Handler handler, Console console) {
        this.handler = handler;
        this.console = console;
        setLevel(handler.getLevel());
    }

    /** All handlers of this logger print so from now on. */
    static void of(Logger logger, Console console) {
        for (Handler handler : logger.getHandlers()) {
            logger.removeHandler(handler);
            logger.addHandler(new LogsAboveLiveLine(handler, console));
        }
    }

    @Override
    public void publish(LogRecord event) {
        if (isLoggable(event)) {
            console.interrupt(() -> {
                handler.publish(event);
                handler.flush();
            });
        }
    }

    @Override
    public void flush() {
        handler.flush();
    }

    @Override
    public void close() {
        handler.close();
    }
}

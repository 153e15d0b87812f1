package dev.supporters.simulation.command;

import java.io.PrintStream;
import java.util.Locale;

/** A bar that grows with each night, on a terminal only; it is gone when all is done. */
final class NightsProgress {

    private static final int WIDTH = 30;
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean shown;
    private final int all;

    NightsProgress(PrintStream out, boolean shown, int all) {
        this.out = out;
        this.shown = shown;
        this.all = all;
    }

    void show(String what, int done) {
        if (shown) {
            int filled = all == 0 ? 0 : WIDTH * done / all;
            out.print(
                    String.format(
                            Locale.ROOT,
                            "%s%s [%s%s] %d/%d",
                            ERASE_LINE,
                            what,
                            "#".repeat(filled),
                            ".".repeat(WIDTH - filled),
                            done,
                            all));
            out.flush();
        }
    }

    void end() {
        if (shown) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }
}

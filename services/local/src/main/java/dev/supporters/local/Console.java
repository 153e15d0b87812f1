package dev.supporters.local;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Prints lines for the person who started the stand and, below them on a terminal, one live line that is written over. */
public final class Console {

    private static final String ERASE_LINE = "\r\033[K";

    /** A line that is wider than the terminal would otherwise go on in a second row, which nothing erases. */
    private static final String WITHOUT_WRAPPING = "\033[?7l%s\033[?7h";

    private final PrintStream out;
    private final TerminalFeatures features;
    private String liveLine = "";
    private boolean liveLineForbidden;

    /** For a file or a test: there is no live line. */
    public Console(PrintStream out) {
        this(out, TerminalFeatures.none());
    }

    Console(PrintStream out, TerminalFeatures features) {
        this.out = out;
        this.features = features;
    }

    /** This process' own. */
    static Console ofProcess() {
        java.io.Console terminal = System.console();
        boolean isTerminal = terminal != null && terminal.isTerminal();
        return new Console(System.out, TerminalFeatures.of(isTerminal, System.getenv()));
    }

    TerminalFeatures features() {
        return features;
    }

    public synchronized void say(String line) {
        erase();
        out.println(line);
        draw();
    }

    /** Shows this in place of the live line that was there; does nothing where there can be none. */
    synchronized void show(String line) {
        if (!features.liveLine() || liveLineForbidden || line.equals(liveLine)) {
            return;
        }
        erase();
        liveLine = line;
        draw();
    }

    synchronized void endLiveLine() {
        erase();
        liveLine = "";
        out.flush();
    }

    /** Ends the live line, and shows none from now on. */
    synchronized void forbidLiveLine() {
        endLiveLine();
        liveLineForbidden = true;
    }

    private void erase() {
        if (!liveLine.isEmpty()) {
            out.print(ERASE_LINE);
        }
    }

    private void draw() {
        if (!liveLine.isEmpty()) {
            out.printf(WITHOUT_WRAPPING, liveLine);
        }
        out.flush();
    }

    /** Takes the live line away while somebody else prints. */
    synchronized void interrupt(Runnable printing) {
        erase();
        out.flush();
        printing.run();
        draw();
    }

    /** What others write to this stream, line by line, appears above the live line, not within it. */
    PrintStream above(PrintStream stream) {
        if (!features.liveLine()) {
            return stream;
        }
        return new PrintStream(new LinesAbove(stream), true, stream.charset());
    }

    private final class LinesAbove extends OutputStream {

        private final PrintStream stream;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LinesAbove(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int written) {
            synchronized (Console.this) {
                line.write(written);
                if (written == '\n') {
                    interrupt(() -> {
                        stream.writeBytes(line.toByteArray());
                        stream.flush();
                    });
                    line.reset();
                }
            }
        }
    }
}

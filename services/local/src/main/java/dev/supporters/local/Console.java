package dev.supporters.local;

import java.io.PrintStream;

/** Prints lines for the person who started the stand. */
public final class Console {

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}

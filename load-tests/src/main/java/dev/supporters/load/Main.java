package dev.supporters.load;

import dev.supporters.local.Console;
import dev.supporters.local.options.InvalidOptionException;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures how fast calls are decided, and prints it. Its exit status says only whether it could measure. */
public final class Main {

    private static final int BAD_INPUT = 2;
    private static final int CANNOT_MEASURE = 3;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        // without a level, broker and store put together each line of their debug logs
        Logger.getLogger("").setLevel(Level.WARNING);
        Console console = new Console(System.out);
        try {
            new Benchmark(Options.of(System.getProperties()), console).run();
            System.exit(0);
        } catch (InvalidOptionException e) {
            console.say(e.getMessage());
            System.exit(BAD_INPUT);
        } catch (IllegalStateException e) {
            console.say(e.getMessage());
            System.exit(CANNOT_MEASURE);
        }
    }
}

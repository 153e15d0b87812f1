package dev.supporters.load;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures how fast calls are decided, and prints it. Its exit status says only whether it could measure. */
public final class LoadTestCommand {

    private static final int BAD_INPUT = 2;
    private static final int CANNOT_MEASURE = 3;

    private LoadTestCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        // without a level, broker and store put together each line of their debug logs
        Logger.getLogger("").setLevel(Level.WARNING);
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.of(System.getProperties());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            System.exit(BAD_INPUT);
            return;
        }
        try {
            new Benchmark(options, System.out::println).run();
            System.exit(0);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            System.exit(CANNOT_MEASURE);
        }
    }
}

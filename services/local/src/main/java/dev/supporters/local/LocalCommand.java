package dev.supporters.local;

import dev.supporters.local.options.InvalidOptionException;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.NightFileException;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The whole system on one machine: starts it, plays a night, prints its report, and stays up until it is stopped. */
public final class LocalCommand {

    private static final int BAD_INPUT = 2;

    private LocalCommand() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        System.setErr(console.above(System.err));
        Logger root = Logger.getLogger("");
        // broker and store write a line for every request at lower levels
        root.setLevel(Level.WARNING);
        LogsAboveLiveLine.of(root, console);
        try {
            LocalOptions options = LocalOptions.of(System.getProperties(), arguments);
            System.exit(new LocalRun(options, console).play());
        } catch (InvalidOptionException | NightFileException e) {
            console.say(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }
}

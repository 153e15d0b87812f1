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
        // broker and store write a line for every request at lower levels
        Logger.getLogger("").setLevel(Level.WARNING);
        Console console = new Console(System.out);
        try {
            LocalOptions options = LocalOptions.of(System.getProperties(), arguments);
            System.exit(new LocalRun(options, console).play());
        } catch (InvalidOptionException | NightFileException e) {
            console.say(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }
}

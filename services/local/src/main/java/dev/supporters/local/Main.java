package dev.supporters.local;

import dev.supporters.local.options.BadOption;
import dev.supporters.local.options.Options;
import dev.supporters.local.options.OptionsParser;
import dev.supporters.simulation.NightFileException;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The whole system on one machine: starts it, plays a night, prints its report, and stays up until it is stopped. */
public final class Main {

    private static final int BAD_INPUT = 2;

    private Main() {}

    public static void main(String[] arguments) {
        // broker and store write a line for every request at lower levels
        Logger.getLogger("").setLevel(Level.WARNING);
        Console console = new Console(System.out);
        try {
            Options options = new OptionsParser(System.getProperties()).parse();
            System.exit(new Run(options, console).play());
        } catch (BadOption | NightFileException e) {
            console.say(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }
}

package dev.supporters.tools;

import dev.supporters.tools.check.CheckSettings;
import dev.supporters.tools.check.InstallationCheck;
import dev.supporters.tools.demo.Demo;
import dev.supporters.tools.demo.DemoSettings;

import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the chart runs next to the services. */
public final class ToolsMain {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private final EnvironmentVariables environment;
    private final PrintStream out;
    private final PrintStream err;

    ToolsMain(EnvironmentVariables environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws InterruptedException {
        // broker and store write a line for every request at lower levels
        Logger.getLogger("").setLevel(Level.WARNING);
        // they also have threads of their own, which would outlive a failure of this one
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) -> {
                    failure.printStackTrace(System.err);
                    System.exit(FAILED);
                });
        ToolsMain main =
                new ToolsMain(new EnvironmentVariables(System.getenv()), System.out, System.err);
        System.exit(main.run(List.of(arguments)));
    }

    int run(List<String> arguments) throws InterruptedException {
        try {
            return switch (String.join(" ", arguments)) {
                case "demo" -> demo();
                case "check" -> check();
                default ->
                        throw new InvalidSettingException(
                                "arguments", given(arguments), "demo or check");
            };
        } catch (InvalidSettingException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        }
    }

    private int demo() throws InterruptedException {
        new Demo(DemoSettings.of(environment), out).run();
        return DONE;
    }

    private int check() throws InterruptedException {
        return new InstallationCheck(CheckSettings.of(environment), out).passes() ? DONE : FAILED;
    }

    private static String given(List<String> arguments) {
        return arguments.isEmpty() ? "nothing" : String.join(" ", arguments);
    }
}

package dev.supporters.journey;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script against the stand of a night that is over and reported, so that nothing of the night is changed. It finds the stand in
 * its environment: {@code GATEWAY}, {@code ISSUER}, {@code WORK} and {@code ROUTING}. The scripts need npm, Python or a browser, so that they are run only where they
 * are asked for.
 */
final class StandScript implements Interference {

    private static final long LONGEST_MINUTES = 20;
    private static final int LAST_LINES = 80;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path output;
    private final boolean asked;
    private volatile Stand stand;
    private volatile Optional<String> failure = Optional.of("it was not run");

    /**
     * @param name of the file in {@code target} that keeps what it says
     * @param asked whether it is run
     */
    StandScript(String name, List<String> command, Map<String, String> environment, boolean asked) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        output = Path.of("target", name + ".log");
        this.asked = asked;
    }

    /** Why it failed, with the last that it said; empty if it passed. */
    Optional<String> failure() {
        return failure;
    }

    @Override
    public void during(Stand played, Night night) {
        stand = played;
    }

    @Override
    public void reported(NightReport report) {
        if (!asked) {
            return;
        }
        try {
            failure = run();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be run".formatted(command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> run() throws IOException, InterruptedException {
        Files.createDirectories(output.getParent());
        ProcessBuilder script =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        script.environment().putAll(environment);
        script.environment().put("GATEWAY", stand.url(ServiceSpec.GATEWAY));
        script.environment().put("ISSUER", "http://127.0.0.1:" + stand.ports().issuer());
        script.environment().put("WORK", "127.0.0.1:" + stand.ports().of(ServiceSpec.WORK));
        script.environment()
                .put("ROUTING", "127.0.0.1:" + stand.ports().of(ServiceSpec.named("routing")));
        Process process = script.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return Optional.of("no end after " + LONGEST_MINUTES + " minutes" + said());
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of("exit status " + process.exitValue() + said());
    }

    private String said() throws IOException {
        List<String> lines = Files.readAllLines(output);
        return "; at last it said:\n"
                + String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}

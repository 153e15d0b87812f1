package dev.supporters.charts.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs shell scripts of this repository, with stand-ins for the programs that they need.
 *
 * @param programs the folder of the stand-ins; they are found before all others
 * @param variables of the environment
 */
public record ShellScript(Path programs, Map<String, String> variables) {

    public ShellScript {
        variables = Map.copyOf(variables);
    }

    /** How a script ended, and what it printed, errors beside it. */
    public record Ended(int status, String printed, String errors) {}

    /** A program that does what the lines of shell say. */
    public void standIn(String program, String lines) {
        Path file = programs.resolve(program);
        try {
            Files.createDirectories(programs);
            Files.writeString(file, "#!/bin/sh\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot be made executable: " + file);
        }
    }

    public Ended run(Path script, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        return run(command, Path.of("."));
    }

    /** Lines of a workflow's step, in a folder, as the runner runs them. */
    public Ended runLines(String lines, Path folder) throws InterruptedException {
        return run(List.of("bash", "-e", "-c", lines), folder);
    }

    private Ended run(List<String> command, Path folder) throws InterruptedException {
        try {
            Path errors = Files.createTempFile(programs, "errors", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(errors.toFile());
            builder.environment().putAll(variables);
            builder.environment()
                    .merge("PATH", programs.toString(), (all, first) -> first + ":" + all);
            Process process = builder.start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), printed, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

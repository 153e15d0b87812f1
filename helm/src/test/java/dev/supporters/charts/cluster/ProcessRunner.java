package dev.supporters.charts.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs programs, and remembers those that are still running so that they can be ended. */
final class ProcessRunner {

    /** Not virtual ones: who reads a pipe occupies the thread that carries it. */
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final List<Process> running = new CopyOnWriteArrayList<>();

    /** Runs a program to its end. */
    Output run(List<String> command) throws InterruptedException {
        return run(command, "");
    }

    Output run(List<String> command, String input) throws InterruptedException {
        return start(command, input).await();
    }

    /** Runs a program that must succeed, and returns what it printed. */
    String text(List<String> command) throws InterruptedException {
        Output output = run(command);
        if (!output.succeeded()) {
            throw new CommandFailedException(String.join(" ", command) + ": " + output.lastLine());
        }
        return output.text().strip();
    }

    Running start(List<String> command, String input) {
        try {
            Process process = new ProcessBuilder(command).start();
            running.add(process);
            CompletableFuture<String> text = read(process.getInputStream());
            CompletableFuture<String> errors = read(process.getErrorStream());
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(UTF_8));
            } catch (IOException e) {
                // the program ended without reading its input; its status says whether that is a
                // failure
            }
            return new Running(process, text, errors);
        } catch (IOException e) {
            throw new CommandFailedException(command.getFirst() + ": " + e.getMessage());
        }
    }

    /** Starts a program that runs on; the first group of the first line that it prints and that matches. */
    String startUntil(List<String> command, Pattern expected, Duration most)
            throws InterruptedException {
        CompletableFuture<String> found = new CompletableFuture<>();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            running.add(process);
            THREADS.execute(() -> search(process, expected, found));
            return found.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new CommandFailedException(String.join(" ", command) + ": " + e.getMessage());
        }
    }

    private static void search(Process process, Pattern expected, CompletableFuture<String> found) {
        String last = "";
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                Matcher matcher = expected.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher.group(1));
                }
            }
        } catch (IOException e) {
            last = e.getMessage();
        }
        found.completeExceptionally(new IOException("ended: " + last));
    }

    /** Ends all programs that this one started. */
    void endAll() {
        running.forEach(Process::destroy);
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    /** A program that runs beside this one. */
    final class Running {

        private final Process process;
        private final CompletableFuture<String> text;
        private final CompletableFuture<String> errors;

        private Running(
                Process process, CompletableFuture<String> text, CompletableFuture<String> errors) {
            this.process = process;
            this.text = text;
            this.errors = errors;
        }

        Output await() throws InterruptedException {
            int status = process.waitFor();
            running.remove(process);
            return new Output(status, text.join(), errors.join());
        }
    }

    /** What a program printed, and how it ended. */
    record Output(int status, String text, String errors) {

        boolean succeeded() {
            return status == 0;
        }

        /** The line that says most about a failure. */
        String lastLine() {
            return (text + "\n" + errors).strip().lines().reduce("", (_, line) -> line);
        }

        List<String> lines() {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    /** A program failed that had to succeed. */
    static final class CommandFailedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        CommandFailedException(String message) {
            super(message);
        }
    }
}

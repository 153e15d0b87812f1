package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.CommandFailedException;
import dev.supporters.charts.cluster.ProcessRunner.Output;
import dev.supporters.charts.cluster.ResultTable.StepResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an installation costs, and that an uninstallation leaves nothing behind. */
final class InstallationSteps {

    /** Figures are up to 30 s old, and the functions must be idle. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(45);

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Pattern STARTED = Pattern.compile(" started in ([0-9.]+s)\\.");

    private final ClusterTestOptions options;
    private final ProcessRunner processes;
    private final Cluster cluster;
    private final HelmRelease release;

    InstallationSteps(
            ClusterTestOptions options,
            ProcessRunner processes,
            Cluster cluster,
            HelmRelease release) {
        this.options = options;
        this.processes = processes;
        this.cluster = cluster;
        this.release = release;
    }

    StepResult loadImages() throws InterruptedException {
        List<Path> images = images();
        for (Path image : images) {
            List<String> command = new ArrayList<>(options.load());
            command.add(image.toString());
            processes.text(command);
        }
        return images.isEmpty()
                ? StepResult.failed(
                        "no image in "
                                + options.images()
                                + " (expected: those that helm/images.sh makes)")
                : StepResult.ok(images.size() + " images");
    }

    StepResult install() throws InterruptedException {
        Output output = release.install();
        return output.succeeded()
                ? StepResult.ok(cluster.functions().size() + " deployments")
                : StepResult.failed(output.lastLine());
    }

    StepResult helmTest() throws InterruptedException {
        Output output = release.test();
        return output.succeeded() ? StepResult.ok("") : StepResult.failed(output.lastLine());
    }

    StepResult idleMemory() throws InterruptedException {
        if (!cluster.hasMetrics()) {
            return StepResult.skipped("the cluster has no metrics API");
        }
        Thread.sleep(UNTIL_IDLE);
        int pods = ofFunctions(cluster.run("get", "pods", "--no-headers")).size();
        List<String[]> figures = new ArrayList<>();
        Cluster.await(
                TWO_MINUTES,
                Duration.ofSeconds(5),
                () -> {
                    figures.clear();
                    figures.addAll(ofFunctions(cluster.run("top", "pods", "--no-headers")));
                    return figures.size() >= pods;
                });
        return figures.isEmpty()
                ? StepResult.skipped("the metrics API has no figures")
                : StepResult.ok(summary(figures));
    }

    /** A pod that starts alone: by its own log, and from its container's start to ready. The cluster counts whole seconds. */
    StepResult restartOfOneFunction() throws InterruptedException {
        cluster.restart("tagging");
        if (!cluster.becomesReady("tagging")) {
            return StepResult.failed("tagging does not become ready");
        }
        List<String> pods =
                cluster.text(
                                "get",
                                "pods",
                                "--selector",
                                cluster.selector("tagging"),
                                "--sort-by=.metadata.creationTimestamp",
                                "--output",
                                "name")
                        .lines()
                        .toList();
        String pod = pods.getLast();
        Instant started = time(pod, "{.status.containerStatuses[0].state.running.startedAt}");
        Instant ready = time(pod, "{.status.conditions[?(@.type==\"Ready\")].lastTransitionTime}");
        Matcher logged = STARTED.matcher(cluster.text("logs", pod));
        return StepResult.ok(
                "started in %s by its log; ready %d s after its container began"
                        .formatted(
                                logged.find() ? logged.group(1) : "?",
                                Duration.between(started, ready).toSeconds()));
    }

    StepResult uninstall() throws InterruptedException {
        Output output = release.uninstall();
        if (!output.succeeded()) {
            return StepResult.failed(output.lastLine());
        }
        String kinds =
                String.join(
                        ",",
                        cluster.text(
                                        "api-resources",
                                        "--namespaced",
                                        "--verbs",
                                        "list",
                                        "--output",
                                        "name")
                                .lines()
                                .filter(kind -> !kind.matches("(events|pods\\.metrics).*"))
                                .toList());
        List<String> left = new ArrayList<>();
        Cluster.await(
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                () -> {
                    left.clear();
                    left.addAll(resources(kinds));
                    return left.isEmpty();
                });
        return left.isEmpty()
                ? StepResult.ok("")
                : StepResult.failed("left: " + String.join(" ", left));
    }

    private List<String> resources(String kinds) throws InterruptedException {
        return cluster.run(
                        "get",
                        kinds,
                        "--selector",
                        "app.kubernetes.io/instance=" + options.release(),
                        "--output",
                        "name",
                        "--ignore-not-found")
                .lines();
    }

    private Instant time(String pod, String path) throws InterruptedException {
        return Instant.parse(cluster.text("get", pod, "--output", "jsonpath=" + path));
    }

    /** The columns of the pods, without those of the demo's own. */
    private List<String[]> ofFunctions(Output pods) {
        String prefix = options.release() + "-";
        return pods.lines().stream()
                .filter(line -> line.startsWith(prefix) && !line.startsWith(prefix + "demo"))
                .map(line -> line.split("\\s+"))
                .toList();
    }

    private static String summary(List<String[]> figures) {
        var mebibytes = figures.stream().mapToInt(InstallationSteps::mebibytes).summaryStatistics();
        String most =
                figures.stream()
                        .max(Comparator.comparingInt(InstallationSteps::mebibytes))
                        .orElseThrow()[0];
        return "%d pods: %d to %d MiB, mean %.0f MiB; most: %s"
                .formatted(
                        figures.size(),
                        mebibytes.getMin(),
                        mebibytes.getMax(),
                        mebibytes.getAverage(),
                        most);
    }

    private static int mebibytes(String[] columns) {
        return Integer.parseInt(columns[2].replaceAll("\\D", ""));
    }

    private List<Path> images() {
        if (!Files.isDirectory(options.images())) {
            throw new CommandFailedException("no folder " + options.images());
        }
        try (Stream<Path> files = Files.list(options.images())) {
            return files.filter(file -> file.toString().endsWith(".tar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.CommandFailedException;
import dev.supporters.charts.cluster.ProcessRunner.Output;
import dev.supporters.charts.cluster.ProcessRunner.Running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cluster as kubectl shows it: the namespace of the test and what is in it. */
final class Cluster {

    private static final Pattern SERVER_MINOR =
            Pattern.compile("\"serverVersion\":\\{[^}]*\"minor\":\"([0-9]+)");
    private static final String METRICS_API = "/apis/metrics.k8s.io/v1beta1";

    private final ClusterTestOptions options;
    private final ProcessRunner processes;

    Cluster(ClusterTestOptions options, ProcessRunner processes) {
        this.options = options;
        this.processes = processes;
    }

    /** The minor version of Kubernetes. */
    int minorVersion() throws InterruptedException {
        String version = text("version", "--output", "json").replaceAll("\\s", "");
        Matcher minor = SERVER_MINOR.matcher(version);
        if (!minor.find()) {
            throw new CommandFailedException("the cluster does not answer");
        }
        return Integer.parseInt(minor.group(1));
    }

    boolean hasMetrics() throws InterruptedException {
        return processes.run(kubectl("get", "--raw", METRICS_API)).succeeded();
    }

    /** Runs kubectl in the test's namespace. */
    Output run(String... arguments) throws InterruptedException {
        return processes.run(command(arguments));
    }

    Output run(List<String> arguments, String input) throws InterruptedException {
        return processes.run(command(arguments.toArray(String[]::new)), input);
    }

    /** Runs kubectl in the test's namespace; it must succeed. */
    String text(String... arguments) throws InterruptedException {
        return processes.text(command(arguments));
    }

    Running start(String... arguments) {
        return processes.start(command(arguments), "");
    }

    /** The command line of kubectl in the test's namespace. */
    List<String> command(String... arguments) {
        return kubectl(
                Stream.concat(
                                Stream.of("--namespace", options.namespace()),
                                Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    /** Whether a deployment becomes ready in time. */
    boolean becomesReady(String function) throws InterruptedException {
        return run(
                        "rollout",
                        "status",
                        deployment(function),
                        "--timeout",
                        options.timeout().toSeconds() + "s")
                .succeeded();
    }

    void restart(String function) throws InterruptedException {
        text("rollout", "restart", deployment(function));
    }

    String imageOf(String function) throws InterruptedException {
        return text(
                "get",
                deployment(function),
                "--output",
                "jsonpath={.spec.template.spec.containers[0].image}");
    }

    /** The names of the functions that have a deployment. */
    List<String> functions() throws InterruptedException {
        return text(
                        "get",
                        "deployments",
                        "--output",
                        "jsonpath={range .items[*]}{.metadata.labels.app\\.kubernetes\\.io/name}{\"\\n\"}{end}")
                .lines()
                .toList();
    }

    /** The running pods of a function whose containers are all ready. */
    List<String> readyPods(String function) throws InterruptedException {
        return run("get", "pods", "--selector", selector(function), "--no-headers").lines().stream()
                .map(line -> line.split("\\s+"))
                .filter(columns -> ready(columns[1]) && columns[2].equals("Running"))
                .map(columns -> columns[0])
                .toList();
    }

    /** Tries to evict a pod; empty if it was evicted, otherwise why not. */
    Optional<String> evict(String pod, int minorVersion) throws InterruptedException {
        String eviction =
                """
                {"apiVersion":"%s","kind":"Eviction","metadata":{"name":"%s","namespace":"%s"}}\
                """
                        .formatted(
                                minorVersion < 22 ? "policy/v1beta1" : "policy/v1",
                                pod,
                                options.namespace());
        String path = "/api/v1/namespaces/%s/pods/%s/eviction".formatted(options.namespace(), pod);
        Output output =
                processes.run(kubectl("create", "--raw", path, "--filename", "-"), eviction);
        return output.succeeded() ? Optional.empty() : Optional.of(output.lastLine());
    }

    /** What an administrator would look at first: pods that are not ready, and the last events. */
    String diagnosis() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("pods that are not ready, and the last events:");
        run("get", "pods", "--no-headers").lines().stream()
                .filter(line -> !ready(line.split("\\s+")[1]))
                .forEach(lines::add);
        List<String> events = run("get", "events", "--sort-by=.lastTimestamp").lines();
        lines.addAll(events.subList(Math.max(0, events.size() - 15), events.size()));
        return String.join("\n", lines);
    }

    String deployment(String function) {
        return "deployment/" + options.release() + "-" + function;
    }

    String selector(String function) {
        return "app.kubernetes.io/instance=%s,app.kubernetes.io/name=%s"
                .formatted(options.release(), function);
    }

    /** Waits until a condition is true, but not longer than given. */
    static boolean await(Duration most, Duration pause, Condition condition)
            throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.isTrue()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            Thread.sleep(pause);
        }
        return true;
    }

    private List<String> kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        options.kubeconfig().ifPresent(file -> command.addAll(List.of("--kubeconfig", file)));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Whether `2/2` says that all are ready. */
    private static boolean ready(String column) {
        String[] counts = column.split("/");
        return counts.length == 2 && counts[0].equals(counts[1]);
    }

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {

        boolean isTrue() throws InterruptedException;
    }
}

package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.CommandFailedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tries the chart on a real cluster: install, helm test, rolling restart and upgrade under load, a broken upgrade rolled back, eviction
 * against a disruption budget, scaling up under load, uninstall. Prints a table of results, and ends with 0 if every step passed. It
 * uses only the JDK, so that `java` runs it from its source; `helm/cluster-test` does that.
 */
final class ClusterTest {

    private static final Pattern FORWARDING =
            Pattern.compile("^Forwarding from 127\\.0\\.0\\.1:([0-9]+) ");
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private final ClusterTestOptions options;
    private final ProcessRunner processes = new ProcessRunner();
    private final ResultTable results = new ResultTable(System.err);
    private final Cluster cluster;
    private boolean namespaceCreated;

    private ClusterTest(ClusterTestOptions options) {
        this.options = options;
        cluster = new Cluster(options, processes);
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(ClusterTestOptions.USAGE);
            return;
        }
        try {
            Path helm = Path.of(System.getProperty("supporters.helm", "helm"));
            ClusterTest test = new ClusterTest(ClusterTestOptions.parse(helm, given));
            System.exit(test.run() ? 0 : FAILED);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (see --help)");
            System.exit(BAD_INPUT);
        }
    }

    private boolean run() throws InterruptedException {
        Thread cleaning = new Thread(this::cleanUp);
        Runtime.getRuntime().addShutdownHook(cleaning);
        try {
            runSteps();
        } catch (CommandFailedException e) {
            results.say(e.getMessage());
            results.run("the test itself", () -> ResultTable.StepResult.failed(e.getMessage()));
        }
        report();
        if (results.failed()) {
            results.say(cluster.diagnosis());
        }
        return !results.failed();
    }

    private void runSteps() throws InterruptedException {
        int minor = cluster.minorVersion();
        HelmRelease release = new HelmRelease(options, processes, minor);
        results.say("Kubernetes 1." + minor + ", helm " + release.version());
        InstallationSteps installation =
                new InstallationSteps(options, processes, cluster, release);
        if (!options.load().isEmpty()
                && !results.run("images brought into the cluster", installation::loadImages)) {
            return;
        }
        createNamespace();
        if (!results.run("install, until all pods are ready", installation::install)) {
            return;
        }
        results.run("helm test: a call placed and decided", installation::helmTest);
        CallLoad load = connect();
        results.run("idle memory", installation::idleMemory);
        results.run("restart of one function", installation::restartOfOneFunction);
        LoadSteps steps = new LoadSteps(options, cluster, release, load, minor);
        results.run("rolling restart under load, function by function", steps::rollingRestart);
        results.run("upgrade of all functions at once under load", steps::upgradeOfAllFunctions);
        results.run("calls of the upgrade", steps::callsOfTheUpgrade);
        results.run("broken upgrade, rolled back by helm", steps::brokenUpgrade);
        results.run(
                "eviction of one of two pods; the other's is refused by the budget",
                steps::eviction);
        results.run("scaling up under load", steps::scalingUp);
        if (!options.keep()) {
            results.run("uninstall, with nothing left", installation::uninstall);
        }
    }

    private void createNamespace() throws InterruptedException {
        // fails if it exists: what is in it would be deleted at the end
        cluster.text("create", "namespace", options.namespace());
        namespaceCreated = true;
        if (options.tlsSecret().isPresent()) {
            TestCertificate.create(options, processes, cluster, options.tlsSecret().get());
        }
    }

    /** Where the requests come from, with a token for them. */
    private CallLoad connect() throws InterruptedException {
        String issuer = "http://127.0.0.1:" + forward("demo", 8191);
        String token = get(issuer + "/token?role=service&sub=cluster-test");
        if (options.requestsAreForwarded()) {
            String gateway = "http://127.0.0.1:" + forward("gateway", 8080);
            return new CallLoad(processes, List.of(), gateway + "/graphql", token);
        }
        String url =
                "http://%s-gateway.%s.svc.cluster.local:8080/graphql"
                        .formatted(options.release(), options.namespace());
        List<String> origin =
                options.loadImage().isPresent()
                        ? loadPod(options.loadImage().get())
                        : options.inCluster();
        return new CallLoad(processes, origin, url, token);
    }

    private List<String> loadPod(String image) throws InterruptedException {
        cluster.text(
                "run",
                "load",
                "--image",
                image,
                "--restart",
                "Never",
                "--command",
                "--",
                "sleep",
                "86400");
        String timeout = options.timeout().toSeconds() + "s";
        cluster.text("wait", "pod/load", "--for", "condition=Ready", "--timeout", timeout);
        return cluster.command("exec", "-i", "load", "--");
    }

    /** Forwards a free port of this machine to a Service. */
    private String forward(String service, int port) throws InterruptedException {
        return processes.startUntil(
                cluster.command(
                        "port-forward", "service/" + options.release() + "-" + service, ":" + port),
                FORWARDING,
                Duration.ofSeconds(10));
    }

    private static String get(String url) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailedException("the issuer answers " + response.statusCode());
            }
            return response.body().strip();
        } catch (IOException e) {
            throw new CommandFailedException("the issuer does not answer: " + e.getMessage());
        }
    }

    private void report() {
        System.out.println("\n" + results.markdown());
        try {
            if (options.report().isPresent()) {
                Files.writeString(options.report().get(), results.markdown());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also when somebody interrupts the test. */
    private void cleanUp() {
        processes.endAll();
        if (!namespaceCreated || options.keep()) {
            return;
        }
        try {
            HelmRelease release = new HelmRelease(options, processes, 0);
            if (release.exists()) {
                release.uninstall();
            }
            cluster.run("delete", "namespace", options.namespace(), "--wait=false");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

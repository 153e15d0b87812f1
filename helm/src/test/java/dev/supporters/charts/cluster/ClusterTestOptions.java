package dev.supporters.charts.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The options of the cluster test. */
final class ClusterTestOptions {

    static final String USAGE =
            """
            usage: helm/cluster-test [option…]

              --kubeconfig FILE     the cluster (default: $KUBECONFIG, as kubectl does)
              --namespace NAME      created at the beginning, deleted at the end; must not exist (default: supporters-test)
              --release NAME        name of the release (default: supporters)
              --values FILE         values in addition to those of the demo; repeatable
              --set KEY=VALUE       a value; repeatable
              --load COMMAND        run once for every tar in --images, with the tar as last argument: loads images into the cluster
                                    (e.g. 'kind load image-archive'); without it the cluster has them, or can pull them
              --images DIR          the folder of the tars (default: target/images)
              --in-cluster COMMAND  runs the command that follows it in the cluster's network, where Services have names
              --load-image IMAGE    an image with sh and curl; requests then come from a pod of it
              --workers N           concurrent requests in the upgrade and the eviction (default: 2)
              --timeout SECONDS     the longest time for each rollout (default: 600)
              --report FILE         writes the table there too
              --tls                 TLS between the services, with a certificate that the test makes
              --keep                keeps release and namespace for inspection, and skips the uninstall

            Requests come through `kubectl port-forward` if neither --in-cluster nor --load-image is given. A forwarded port stays with
            one pod, so the gateway is then left out of the upgrade.

            Needs kubectl, helm (3 or 4), sh and curl. Scaling needs the cluster's metrics API, otherwise that step is skipped.
            """;

    private final Path chart;
    private final List<String> values = new ArrayList<>();
    private Path images;
    private Optional<String> kubeconfig = Optional.empty();
    private String namespace = "supporters-test";
    private String release = "supporters";
    private List<String> load = List.of();
    private List<String> inCluster = List.of();
    private Optional<String> loadImage = Optional.empty();
    private int workers = 2;
    private Duration timeout = Duration.ofMinutes(10);
    private Optional<Path> report = Optional.empty();
    private Optional<String> tlsSecret = Optional.empty();
    private boolean keep;

    private ClusterTestOptions(Path helm) {
        chart = helm.resolve("supporters");
        images = helm.resolveSibling("target/images");
        values.addAll(List.of("--values", helm.resolve("examples/demo/values.yaml").toString()));
    }

    /**
     * Reads the command line.
     *
     * @param helm the folder of the charts
     */
    static ClusterTestOptions parse(Path helm, List<String> arguments) {
        ClusterTestOptions options = new ClusterTestOptions(helm.toAbsolutePath().normalize());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (name.equals("--keep")) {
                options.keep = true;
            } else if (name.equals("--tls")) {
                options.tlsSecret = Optional.of("cluster-test-certificate");
            } else if (rest.hasNext()) {
                options.set(name, rest.next());
            } else {
                throw new IllegalArgumentException(name + " is no option, or has no value");
            }
        }
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--kubeconfig" -> kubeconfig = Optional.of(value);
            case "--namespace" -> namespace = value;
            case "--release" -> release = value;
            case "--values", "--set" -> values.addAll(List.of(name, value));
            case "--load" -> load = words(value);
            case "--images" -> images = Path.of(value);
            case "--in-cluster" -> inCluster = words(value);
            case "--load-image" -> loadImage = Optional.of(value);
            case "--workers" -> workers = number(name, value);
            case "--timeout" -> timeout = Duration.ofSeconds(number(name, value));
            case "--report" -> report = Optional.of(Path.of(value));
            default -> throw new IllegalArgumentException(name + " is no option");
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: a number from 1 on)");
        }
        return Integer.parseInt(value);
    }

    Path chart() {
        return chart;
    }

    /** Options of helm: the demo's values, those that were given, and those that follow from the others. */
    List<String> values() {
        List<String> all = new ArrayList<>(values);
        tlsSecret.ifPresent(secret ->
                all.addAll(
                        List.of(
                                "--set",
                                "tls.mode=existing",
                                "--set",
                                "tls.existingSecret=" + secret)));
        return List.copyOf(all);
    }

    /** The Secret with the certificate, if there is TLS between the services. */
    Optional<String> tlsSecret() {
        return tlsSecret;
    }

    Optional<String> kubeconfig() {
        return kubeconfig;
    }

    String namespace() {
        return namespace;
    }

    String release() {
        return release;
    }

    List<String> load() {
        return load;
    }

    Path images() {
        return images;
    }

    List<String> inCluster() {
        return inCluster;
    }

    Optional<String> loadImage() {
        return loadImage;
    }

    /** Whether requests come through a port that kubectl forwards. */
    boolean requestsAreForwarded() {
        return inCluster.isEmpty() && loadImage.isEmpty();
    }

    int workers() {
        return workers;
    }

    Duration timeout() {
        return timeout;
    }

    Optional<Path> report() {
        return report;
    }

    boolean keep() {
        return keep;
    }
}

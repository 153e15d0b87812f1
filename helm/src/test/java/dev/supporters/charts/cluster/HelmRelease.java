package dev.supporters.charts.cluster;

import dev.supporters.charts.cluster.ProcessRunner.Output;

import java.util.ArrayList;
import java.util.List;

/** The release of the chart, as helm changes it. Changes of values add up from upgrade to upgrade. */
final class HelmRelease {

    private final ClusterTestOptions options;
    private final ProcessRunner processes;
    private final boolean helm3;
    private final String version;
    private final int kubernetesMinor;
    private final List<String> changes = new ArrayList<>();

    HelmRelease(ClusterTestOptions options, ProcessRunner processes, int kubernetesMinor)
            throws InterruptedException {
        this.options = options;
        this.processes = processes;
        this.kubernetesMinor = kubernetesMinor;
        version = processes.text(List.of("helm", "version", "--template", "{{.Version}}"));
        helm3 = version.startsWith("v3.");
    }

    String version() {
        return version;
    }

    Output install() throws InterruptedException {
        List<String> more = new ArrayList<>(options.values());
        if (!helm3 && kubernetesMinor < 22) {
            // the server-side apply of old API servers refuses what it should merge
            more.add("--server-side=false");
        }
        return run(timeout(), List.of("install", name(), chart()), more, List.of("--wait"));
    }

    Output test() throws InterruptedException {
        return run(timeout(), List.of("test", name()));
    }

    /** Upgrades with these changes of values and all that came before. */
    Output upgrade(String... change) throws InterruptedException {
        changes.addAll(List.of(change));
        return run(
                timeout(),
                List.of("upgrade", name(), chart()),
                options.values(),
                changes,
                List.of("--wait"));
    }

    /** Upgrades with a change that is not kept; helm must roll it back when it fails. */
    Output upgradeOrRollBack(String... change) throws InterruptedException {
        return run(
                "60s",
                List.of("upgrade", name(), chart()),
                options.values(),
                changes,
                List.of(change),
                List.of("--wait", helm3 ? "--atomic" : "--rollback-on-failure"));
    }

    Output uninstall() throws InterruptedException {
        return run(timeout(), List.of("uninstall", name(), "--wait"));
    }

    boolean exists() throws InterruptedException {
        return processes.run(command(List.of("status", name()))).succeeded();
    }

    @SafeVarargs
    private Output run(String timeout, List<String>... parts) throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (List<String> part : parts) {
            arguments.addAll(part);
        }
        arguments.addAll(List.of("--timeout", timeout));
        return processes.run(command(arguments));
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("helm", "--namespace", options.namespace()));
        options.kubeconfig().ifPresent(file -> command.addAll(List.of("--kubeconfig", file)));
        command.addAll(arguments);
        return command;
    }

    private String timeout() {
        return options.timeout().toSeconds() + "s";
    }

    private String name() {
        return options.release();
    }

    private String chart() {
        return options.chart().toString();
    }
}

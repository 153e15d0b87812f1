package dev.supporters.charts.rendering;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.TemplateCommand;

import java.nio.file.Path;
import java.util.Map;

/** The chart `supporters`, rendered. */
public final class Chart {

    /** The oldest Kubernetes that it is for, and a current one. */
    public static final String OLDEST = "1.20.0";

    public static final String CURRENT = "1.35.0";

    static final String RELEASE = "supporters";
    private static final Path COPY = CopiedChart.make();
    private static final Path TOLD = CopiedChart.makeWithManifestsAsNotes();

    private Chart() {}

    /** A chart as a folder, which from now on asks no cluster when it is rendered. */
    public static Path withoutCluster(Path chart) {
        return CopiedChart.withoutCluster(chart);
    }

    public static Manifests render(Example example) {
        return rendered(command(example.kubernetes()).withValuesFile(example.values()));
    }

    /** The demo with single values. */
    public static Manifests demo(String kubernetes, Map<String, ?> values) {
        TemplateCommand command = command(kubernetes).set("demo.enabled", true);
        values.forEach(command::set);
        return rendered(command);
    }

    public static Manifests demo(Map<String, ?> values) {
        return demo(CURRENT, values);
    }

    /** Functions and Secrets, as an installation in a cluster would be: Helm asks it what it has. */
    public static Manifests installed(FakeCluster cluster, Map<String, ?> values) {
        InstallCommand command =
                new Helm(TOLD)
                        .install()
                        .withName(RELEASE)
                        .withNamespace(RELEASE)
                        .withKubeConfigContents(cluster.kubeConfig())
                        .disableOpenApiValidation()
                        .withDryRunOption(DryRun.SERVER)
                        .dryRun();
        values.forEach(command::set);
        String output = command.call().getOutput();
        return Manifests.of(output.substring(output.indexOf("NOTES:") + "NOTES:".length()));
    }

    private static Manifests rendered(TemplateCommand command) {
        return Manifests.of(command.call().replace(CopiedChart.SHOWN, CopiedChart.HOOK));
    }

    private static TemplateCommand command(String kubernetes) {
        return new Helm(COPY)
                .template()
                .withName(RELEASE)
                .withNamespace(RELEASE)
                .withKubeVersion(kubernetes);
    }
}

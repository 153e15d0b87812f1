package dev.supporters.charts.rendering;

import java.nio.file.Path;
import java.util.List;

/** Values that are shown, with what is rendered from them. */
public record Example(String name, String kubernetes) {

    public static final List<Example> ALL =
            List.of(
                    new Example("demo", Chart.OLDEST),
                    new Example("production", Chart.CURRENT),
                    new Example("small", Chart.CURRENT));

    /** For parameterised tests. */
    public static List<Example> all() {
        return ALL;
    }

    public Path values() {
        return Folders.EXAMPLES.resolve(name).resolve("values.yaml");
    }

    public Path manifests() {
        return Folders.EXAMPLES.resolve(name).resolve("manifests.yaml");
    }

    @Override
    public String toString() {
        return name + " on Kubernetes " + kubernetes;
    }
}

package dev.supporters.dispatch.model;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model's name and version, written like "keep@1". What was used once is never changed: a better one has a higher version. */
public record ModelVersion(String name, int version) implements Comparable<ModelVersion> {

    public static final String EXPECTED = "a name and a version like keep@1";

    private static final Pattern TEXT = Pattern.compile("([a-z][a-z0-9-]{0,39})@([1-9][0-9]{0,5})");
    private static final Comparator<ModelVersion> ORDER =
            comparing(ModelVersion::name).thenComparingInt(ModelVersion::version);

    public ModelVersion {
        InvalidModelException.require(
                TEXT.matcher(name + "@" + version).matches(),
                "model",
                name + "@" + version,
                EXPECTED);
    }

    public static ModelVersion parse(String text) {
        Matcher parts = TEXT.matcher(text);
        InvalidModelException.require(parts.matches(), "model", text, EXPECTED);
        return new ModelVersion(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    @Override
    public int compareTo(ModelVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}

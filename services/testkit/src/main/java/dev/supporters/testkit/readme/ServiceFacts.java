package dev.supporters.testkit.readme;

import dev.supporters.platform.event.Topics;
import dev.supporters.testkit.SourceTree;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service's sources say of themselves: the truth that its README is compared with. */
final class ServiceFacts {

    private static final Pattern PORT = Pattern.compile("\\$\\{supporters\\.\\w+\\.port:(\\d+)}");
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topic");
    private static final Pattern RPC = Pattern.compile("(?m)^\\s*rpc (\\w+)\\(");
    private static final Pattern SERVICE = Pattern.compile("(?m)^service (\\w+) ");
    private static final Pattern METRIC = Pattern.compile("\"(supporters_[a-z_]+)\"");
    private static final Pattern WRITTEN = Pattern.compile("new Event\\(\\s*Topics\\.([A-Z_]+)");
    private static final Pattern SKIPPED = Pattern.compile("skipped\\(\\s*Topics\\.[A-Z_]+");
    private static final Pattern TOPIC = Pattern.compile("\\bTopics\\.([A-Z_]+)");
    private static final Pattern COLLECTION =
            Pattern.compile(
                    "(?:\\.documents\\(|CollectionSpec\\.of\\(|CollectionSpec\\.<\\w+>of\\(|MongoEntity\\(collection = )\\s*\"(\\w+)\"");

    private final Path root;
    private final String name;
    private final String sources;
    private final Properties settings;

    ServiceFacts(Path root, String name) {
        this.root = root;
        this.name = name;
        sources = sources(folder().resolve("src/main/java"));
        settings = properties(folder().resolve("src/main/resources/application.properties"));
    }

    Path folder() {
        return root.resolve("services").resolve(name);
    }

    /** The folder of a package that is named below the service's own. */
    Path packageFolder(String below) {
        return folder().resolve("src/main/java/dev/supporters")
                .resolve(name)
                .resolve(below.replace('.', '/'));
    }

    String port() {
        Matcher port = PORT.matcher(settings.getProperty("quarkus.http.port", ""));
        return port.matches() ? port.group(1) : "";
    }

    Optional<String> database() {
        return Optional.ofNullable(settings.getProperty("quarkus.mongodb.database"));
    }

    /** Collections that the sources declare, of every way to declare one. */
    Set<String> collections() {
        return groups(COLLECTION, sources);
    }

    /** Services of the interface registry that bear this service's name, in full. */
    Set<String> grpcServices() {
        return groups(SERVICE, protos()).stream()
                .map(service -> "supporters." + name + ".v1." + service)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> methods() {
        return groups(RPC, protos());
    }

    /** Topics of consumer groups, as `topic group`. */
    Set<String> consumed() {
        Set<String> consumed = new TreeSet<>();
        for (String channel : channels()) {
            String prefix = "mp.messaging.incoming." + channel + ".";
            consumed.add(
                    settings.getProperty(prefix + "topic")
                            + " "
                            + settings.getProperty(prefix + "group.id"));
        }
        return consumed;
    }

    Set<String> channels() {
        return settings.stringPropertyNames().stream()
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> written() {
        return topics(groups(WRITTEN, sources));
    }

    /** Topics that the service reads by itself, without a consumer group. */
    Set<String> followed() {
        String others = SKIPPED.matcher(WRITTEN.matcher(sources).replaceAll("")).replaceAll("");
        return topics(groups(TOPIC, others));
    }

    Set<String> metrics() {
        return groups(METRIC, sources);
    }

    /** Metrics that every service has through the platform. */
    Set<String> platformMetrics() {
        return groups(METRIC, sources(root.resolve("services/platform/src/main/java")));
    }

    ConfigKeys configKeys() {
        return ConfigKeys.of("dev.supporters." + name, sources, settings);
    }

    private String protos() {
        return SourceTree.files(
                        root.resolve("protos/src/main/proto/supporters").resolve(name), ".proto")
                .stream()
                .map(SourceTree::read)
                .collect(Collectors.joining("\n"));
    }

    private static String sources(Path folder) {
        return SourceTree.files(folder, ".java").stream()
                .map(SourceTree::read)
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> topics(Set<String> constants) {
        return constants.stream()
                .filter(constant -> !constant.equals("ALL") && !constant.equals("COMPACTED"))
                .map(ServiceFacts::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(String constant) {
        try {
            return (String) Topics.class.getField(constant).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no constant of Topics: " + constant, e);
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try {
                properties.load(new StringReader(SourceTree.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return properties;
    }
}

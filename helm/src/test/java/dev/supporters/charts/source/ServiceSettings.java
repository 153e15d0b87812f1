package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service's application.properties: what the code has, to compare the chart with. */
public final class ServiceSettings {

    private static final Pattern PORT = Pattern.compile("\\$\\{supporters\\.[a-z]+\\.port:(\\d+)}");
    private static final String CLIENT = "quarkus.grpc.clients.";
    private static final String INCOMING = "mp.messaging.incoming.";

    private final Properties properties = new Properties();

    public ServiceSettings(String service) {
        var file =
                Folders.SERVICES
                        .resolve(service)
                        .resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        Matcher port = PORT.matcher(properties.getProperty("quarkus.http.port", ""));
        if (!port.matches()) {
            throw new IllegalStateException(
                    "quarkus.http.port: found "
                            + properties.getProperty("quarkus.http.port")
                            + " (expected "
                            + PORT
                            + ")");
        }
        return Integer.parseInt(port.group(1));
    }

    /** The services that it has gRPC clients for. */
    public TreeSet<String> grpcClients() {
        return names().filter(name -> name.startsWith(CLIENT) && name.endsWith(".host"))
                .map(name -> name.substring(CLIENT.length(), name.length() - ".host".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Map<String, Channel> channels() {
        Map<String, Channel> channels = new TreeMap<>();
        names().filter(name -> name.startsWith(INCOMING) && name.endsWith(".topic"))
                .map(name -> name.substring(INCOMING.length(), name.length() - ".topic".length()))
                .filter(channel -> !channel.contains("."))
                .forEach(channel ->
                        channels.put(
                                channel,
                                new Channel(
                                        properties.getProperty(INCOMING + channel + ".topic"),
                                        properties.getProperty(INCOMING + channel + ".group.id"))));
        return channels;
    }

    /** Whether it keeps something in a database of its own. */
    public boolean hasDatabase() {
        return !database().isEmpty();
    }

    /** The name of that database; empty without one. */
    public String database() {
        return properties.getProperty("quarkus.mongodb.database", "");
    }

    /** The value of a key; empty if the service leaves it to the platform. */
    Optional<String> value(String key) {
        return Optional.ofNullable(properties.getProperty(key));
    }

    private Stream<String> names() {
        return properties.stringPropertyNames().stream();
    }
}

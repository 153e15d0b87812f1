package dev.supporters.replay;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the command is told.
 *
 * @param decisions a file of decisions; empty: those of the topic
 * @param history a file of demand from which plans of moves were made, or a folder of such files; empty: none
 * @param callId only what is about this call; empty: everything
 * @param kafka the brokers of the topic
 * @param kafkaConfig a file with more settings of a Kafka client, for TLS or a login; empty: none
 */
record ReplayOptions(
        String decisions,
        String language,
        String history,
        String callId,
        String kafka,
        String kafkaConfig) {

    /** In the order of the components; what is missing is as if it were empty. */
    static ReplayOptions of(List<String> arguments) {
        return new ReplayOptions(
                argument(arguments, 0),
                argument(arguments, 1),
                argument(arguments, 2),
                argument(arguments, 3),
                argument(arguments, 4),
                argument(arguments, 5));
    }

    private static String argument(List<String> arguments, int index) {
        return index < arguments.size() ? arguments.get(index).strip() : "";
    }

    /** Which decisions are taken again. */
    ReplayFilter filter() {
        return new ReplayFilter(callId);
    }

    /** The settings of a client of the topic. */
    Map<String, String> client() {
        Map<String, String> settings = new HashMap<>();
        if (!kafkaConfig.isEmpty()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(kafkaConfig))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "kafkaConfig: " + kafkaConfig + " (expected: a file of properties)", e);
            }
            settings.putAll(
                    properties.stringPropertyNames().stream()
                            .collect(toMap(name -> name, properties::getProperty)));
        }
        settings.put("bootstrap.servers", kafka);
        return settings;
    }
}

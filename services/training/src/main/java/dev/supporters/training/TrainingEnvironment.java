package dev.supporters.training;

import dev.supporters.platform.event.SaslLogin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Options as a container has them. {@code SUPPORTERS_TRAINING_MODEL_VERSION} is {@code -DmodelVersion}. How brokers are reached stands in
 * the variables of the services, like {@code KAFKA_BOOTSTRAP_SERVERS}.
 */
final class TrainingEnvironment {

    private static final String OWN = "SUPPORTERS_TRAINING_";
    private static final String KAFKA = "KAFKA_";
    private static final String SERVERS = "bootstrap.servers";
    private static final String USERNAME = "sasl.username";
    private static final String PASSWORD = "sasl.password";
    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    private TrainingEnvironment() {}

    static Map<String, String> options(Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        Map<String, String> kafka = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(OWN)) {
                options.put(camelCase(name.substring(OWN.length())), value);
            } else if (name.startsWith(KAFKA)) {
                kafka.put(lowerCase(name.substring(KAFKA.length())).replace('_', '.'), value);
            }
        });
        String servers = kafka.remove(SERVERS);
        if (servers != null) {
            options.put("kafka", servers);
        }
        String username = kafka.remove(USERNAME);
        String password = kafka.remove(PASSWORD);
        if (username != null && password != null) {
            kafka.put(
                    "sasl.jaas.config",
                    SaslLogin.jaas(kafka.getOrDefault("sasl.mechanism", ""), username, password));
        }
        kafka.forEach((name, value) -> options.put(TrainingOptions.KAFKA + name, value));
        return options;
    }

    private static String camelCase(String name) {
        return NEXT_WORD
                .matcher(lowerCase(name))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

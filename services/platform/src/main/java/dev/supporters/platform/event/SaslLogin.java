package dev.supporters.platform.event;

import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

import java.util.Optional;
import java.util.Set;

/**
 * A user name and a password for the brokers, in place of {@code kafka.sasl.jaas.config}.
 *
 * @param module that Java's login takes them by
 */
public record SaslLogin(String module, String username, String password) {

    /** Where they stand, without {@code kafka.} before them. */
    static final Set<String> PROPERTIES = Set.of("sasl.username", "sasl.password");

    private static final String USERNAME = "kafka.sasl.username";
    private static final String PASSWORD = "kafka.sasl.password";
    private static final String MECHANISM = "kafka.sasl.mechanism";
    private static final String JAAS = "kafka.sasl.jaas.config";
    private static final String PROTOCOL = "kafka.security.protocol";

    /** The login that the configuration has, if any. */
    static Optional<SaslLogin> of(Config config) {
        String username = raw(config, USERNAME);
        String password = raw(config, PASSWORD);
        if (username.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        require(!username.isEmpty(), USERNAME, "nothing", "one, as there is " + PASSWORD);
        require(!password.isEmpty(), PASSWORD, "nothing", "one, as there is " + USERNAME);
        require(value(config, JAAS).isEmpty(), JAAS, "given", "nothing, as there is " + USERNAME);
        String protocol = value(config, PROTOCOL);
        require(protocol.startsWith("SASL_"), PROTOCOL, protocol, "SASL_SSL or SASL_PLAINTEXT");
        return Optional.of(new SaslLogin(module(value(config, MECHANISM)), username, password));
    }

    /** For a program without this configuration. */
    public static String jaas(String mechanism, String username, String password) {
        return new SaslLogin(module(mechanism), username, password).jaas();
    }

    /** The same as Kafka's clients want it. */
    String jaas() {
        return module
                + " required username="
                + quoted(username)
                + " password="
                + quoted(password)
                + ";";
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SaslLogin " + username;
    }

    private static String module(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> PlainLoginModule.class.getName();
            case "SCRAM-SHA-256", "SCRAM-SHA-512" -> ScramLoginModule.class.getName();
            default ->
                    throw refusal(
                            MECHANISM,
                            mechanism,
                            "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512; for others " + JAAS);
        };
    }

    /** As the tokenizer of such lines wants it. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static String value(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    /** As it was given: a password may look like an expression, and is none. */
    private static String raw(Config config, String name) {
        ConfigValue value = config.getConfigValue(name);
        return value.getRawValue() == null ? "" : value.getRawValue();
    }

    private static void require(boolean valid, String name, String found, String expected) {
        if (!valid) {
            throw refusal(name, found, expected);
        }
    }

    private static IllegalArgumentException refusal(String name, String found, String expected) {
        return new IllegalArgumentException(
                name
                        + ": "
                        + (found.isEmpty() ? "nothing" : found)
                        + " (expected: "
                        + expected
                        + ")");
    }
}

package dev.supporters.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class TrainingEnvironmentTest {

    @TempDir private Path folder;

    @Test
    void aContainersVariablesAreOptions() {
        Map<String, String> options =
                TrainingEnvironment.options(
                        Map.of(
                                "SUPPORTERS_TRAINING_NIGHTS", "/data/nights",
                                "SUPPORTERS_TRAINING_MODEL_VERSION", "3",
                                "SUPPORTERS_TRAINING_IN_USE", "keep@2",
                                "SUPPORTERS_EVENTS_RETENTION", "30d",
                                "PATH", "/bin"));

        assertThat(options)
                .containsOnly(
                        Map.entry("nights", "/data/nights"),
                        Map.entry("modelVersion", "3"),
                        Map.entry("inUse", "keep@2"));
    }

    @Test
    void brokersAreReachedByTheVariablesOfTheServices() {
        Map<String, String> options =
                new HashMap<>(
                        TrainingEnvironment.options(
                                Map.of(
                                        "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                        "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                                        "KAFKA_SASL_USERNAME", "night",
                                        "KAFKA_SASL_PASSWORD", "say \"when\"",
                                        "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")));
        options.putAll(
                Map.of(
                        "nights", folder.toString(),
                        "region", "seoul",
                        "product", "DRIVER"));

        assertThat(TrainingOptions.of(options).kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker:9093"),
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                        Map.entry("ssl.truststore.type", "PEM"),
                        Map.entry(
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                        + " username=\"night\" password=\"say \\\"when\\\"\";"));
    }
}

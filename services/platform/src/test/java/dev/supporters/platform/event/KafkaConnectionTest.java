package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.login.AppConfigurationEntry;

class KafkaConnectionTest {

    private static final Map<String, String> SASL =
            Map.of(
                    "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                    "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                    "KAFKA_SASL_USERNAME", "supporters",
                    "KAFKA_SASL_PASSWORD", "secret");

    @Test
    void isPlainByItself() {
        assertThat(connection(Map.of())).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:19092"));
    }

    @Test
    void takesWhateverKafkaKnowsFromTheEnvironment() {
        Map<String, Object> connection =
                connection(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "kafka-0:9093,kafka-1:9093",
                                "KAFKA_SECURITY_PROTOCOL", "SSL",
                                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                                "KAFKA_SSL_TRUSTSTORE_CERTIFICATES", "-----BEGIN…\n",
                                "MONGODB_PASSWORD", "other"));

        assertThat(connection)
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers", "kafka-0:9093,kafka-1:9093",
                                "security.protocol", "SSL",
                                "ssl.truststore.type", "PEM",
                                "ssl.truststore.certificates", "-----BEGIN…\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, org.apache.kafka.common.security.plain.PlainLoginModule",
        "SCRAM-SHA-256, org.apache.kafka.common.security.scram.ScramLoginModule",
        "SCRAM-SHA-512, org.apache.kafka.common.security.scram.ScramLoginModule",
    })
    void makesALoginOfUserNameAndPassword(String mechanism, String module) {
        Map<String, Object> connection =
                connection(sasl(Map.of("KAFKA_SASL_MECHANISM", mechanism)));

        assertThat(connection)
                .containsEntry(
                        "sasl.jaas.config",
                        module + " required username=\"supporters\" password=\"secret\";")
                .containsEntry("sasl.mechanism", mechanism)
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKeys("sasl.username", "sasl.password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b\\c",
                "${kafka.none}",
                "$a\\${b}",
                "a'b c;d//e",
                " padded ",
                "line\nand line\r\n"
            })
    void kafkaReadsThePasswordAsItWasGiven(String password) {
        Map<String, Object> connection = connection(sasl(Map.of("KAFKA_SASL_PASSWORD", password)));

        assertThat(entry(connection).getOptions())
                .isEqualTo(Map.of("username", "supporters", "password", password));
    }

    @Test
    void takesALoginOfAnotherKindAsItIs() {
        String jaas = "org.example.TokenLoginModule required;";

        assertThat(
                        connection(
                                Map.of(
                                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                        "KAFKA_SASL_MECHANISM", "OAUTHBEARER",
                                        "KAFKA_SASL_JAAS_CONFIG", jaas)))
                .containsEntry("sasl.jaas.config", jaas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KAFKA_SASL_USERNAME|''|kafka.sasl.username: nothing (expected: one, as there is kafka.sasl.password)",
                "KAFKA_SASL_PASSWORD|''|kafka.sasl.password: nothing (expected: one, as there is kafka.sasl.username)",
                "KAFKA_SASL_JAAS_CONFIG|x;|kafka.sasl.jaas.config: given (expected: nothing, as there is kafka.sasl.username)",
                "KAFKA_SECURITY_PROTOCOL|SSL|kafka.security.protocol: SSL (expected: SASL_SSL or SASL_PLAINTEXT)",
                "KAFKA_SECURITY_PROTOCOL|''|kafka.security.protocol: nothing (expected: SASL_SSL or SASL_PLAINTEXT)",
                "KAFKA_SASL_MECHANISM|GSSAPI|kafka.sasl.mechanism: GSSAPI (expected: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512; for others kafka.sasl.jaas.config)",
                "KAFKA_SASL_MECHANISM|''|kafka.sasl.mechanism: nothing (expected: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512; for others kafka.sasl.jaas.config)",
            })
    void refusesALoginThatCannotBeMeant(String name, String value, String message) {
        assertThatThrownBy(() -> connection(sasl(Map.of(name, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(SaslLogin.of(config(SASL)).orElseThrow().toString())
                .contains("supporters")
                .doesNotContain("secret");
    }

    private static Map<String, Object> connection(Map<String, String> environment) {
        return new KafkaConnection().properties(config(environment), new Application());
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("kafka.bootstrap.servers", "127.0.0.1:19092"), "own", 100),
                        new EnvConfigSource(environment, 300))
                .build();
    }

    private static Map<String, String> sasl(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(SASL);
        environment.putAll(changes);
        return environment;
    }

    private static AppConfigurationEntry entry(Map<String, Object> connection) {
        Object jaas = connection.get(SaslConfigs.SASL_JAAS_CONFIG);
        return JaasContext.loadClientContext(
                        Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas.toString())))
                .configurationEntries()
                .getFirst();
    }

    /** Its name would be the group of channels that name none. */
    private static final class Application implements ApplicationConfig {

        @Override
        public Optional<String> name() {
            return Optional.of("driver");
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public Optional<String> uiHeader() {
            return Optional.empty();
        }
    }
}

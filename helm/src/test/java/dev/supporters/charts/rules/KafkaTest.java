package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.ScaledObject;
import dev.supporters.charts.rendering.StrictModels;
import dev.supporters.charts.rendering.TriggerAuthentication;
import dev.supporters.charts.rendering.TriggerAuthentication.Target;
import dev.supporters.charts.source.Functions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How functions, and KEDA, reach brokers over TLS, and log in. */
class KafkaTest {

    private static final Manifests PRODUCTION = Chart.render(Example.ALL.get(1));
    private static final Map<String, Object> SASL_SSL =
            Map.of(
                    "kafka.bootstrapServers", "kafka:9093",
                    "kafka.securityProtocol", "SASL_SSL",
                    "kafka.sasl.mechanism", "SCRAM-SHA-256",
                    "kafka.existingSecret", "login");

    @Test
    void nothingIsSaidOfAPlainConnection() {
        Manifests demo = Chart.demo(Map.of());

        assertThat(variables(demo, "supporters-call").keySet())
                .filteredOn(name -> name.startsWith("KAFKA_"))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void functionsKnowHowLongTopicsMayKeepWhatTheyWereTold() {
        assertThat(variables(PRODUCTION, "supporters-call").get("SUPPORTERS_EVENTS_RETENTION"))
                .contains("supporters.calls.v1=30d,")
                .contains("supporters.locations.v1=48h,")
                .contains("dead-letters=30d");
        assertThat(variables(Chart.demo(Map.of()), "supporters-call"))
                .as("the demo's broker keeps everything")
                .doesNotContainKey("SUPPORTERS_EVENTS_RETENTION");
    }

    @Test
    void everyFunctionThatUsesKafkaLogsInAndBelievesTheAuthority() {
        for (String name : Functions.names()) {
            Map<String, String> variables = variables(PRODUCTION, "supporters-" + name);
            variables.keySet().removeIf(variable -> !variable.startsWith("KAFKA_"));

            if (Functions.uses(name).contains("kafka")) {
                variables.remove("KAFKA_BOOTSTRAP_SERVERS");
                assertThat(variables)
                        .as(name)
                        .isEqualTo(
                                Map.of(
                                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                        "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                                        "KAFKA_SASL_USERNAME",
                                                "Secret supporters-kafka-" + name + " username",
                                        "KAFKA_SASL_PASSWORD",
                                                "Secret supporters-kafka-" + name + " password",
                                        "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                                        "KAFKA_SSL_TRUSTSTORE_CERTIFICATES",
                                                "ConfigMap kafka-ca ca.crt"));
            } else {
                assertThat(variables).as(name).isEmpty();
            }
        }
    }

    @Test
    void functionsMayShowACertificateInsteadOfAPassword() {
        Map<String, String> variables =
                variables(
                        Chart.demo(
                                Map.of(
                                        "kafka.bootstrapServers", "kafka:9093",
                                        "kafka.securityProtocol", "SSL",
                                        "kafka.tls.caSecret", "cluster-ca",
                                        "kafka.tls.caKey", "tls.crt",
                                        "kafka.tls.clientSecret", "user",
                                        "kafka.tls.clientCertificateKey", "user.crt",
                                        "kafka.tls.clientKeyKey", "user.key")),
                        "supporters-call");

        assertThat(variables)
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SSL")
                .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
                .containsEntry("KAFKA_SSL_TRUSTSTORE_CERTIFICATES", "Secret cluster-ca tls.crt")
                .containsEntry("KAFKA_SSL_KEYSTORE_TYPE", "PEM")
                .containsEntry("KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", "Secret user user.crt")
                .containsEntry("KAFKA_SSL_KEYSTORE_KEY", "Secret user user.key")
                .doesNotContainKeys("KAFKA_SASL_MECHANISM", "KAFKA_SASL_USERNAME");
    }

    @Test
    void aLoginOfAnotherKindIsTakenAsAWhole() {
        Map<String, String> variables =
                variables(
                        Chart.demo(
                                with(
                                        Map.of(
                                                "kafka.sasl.mechanism",
                                                "OAUTHBEARER",
                                                "kafka.existingSecretKeys.jaas",
                                                "sasl.jaas.config"))),
                        "supporters-call");

        assertThat(variables)
                .containsEntry("KAFKA_SASL_MECHANISM", "OAUTHBEARER")
                .containsEntry("KAFKA_SASL_JAAS_CONFIG", "Secret login sasl.jaas.config")
                .doesNotContainKeys("KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD");
    }

    @Test
    void kedaLogsInByALoginOfItsOwnOverTheSameConnection() throws Exception {
        TriggerAuthentication authentication =
                (TriggerAuthentication)
                        StrictModels.read(
                                PRODUCTION.get("TriggerAuthentication", "supporters-kafka"));

        assertThat(authentication.spec().secretTargetRef())
                .containsExactly(
                        new Target("username", "supporters-kafka", "username"),
                        new Target("password", "supporters-kafka", "password"));
        assertThat(authentication.spec().configMapTargetRef())
                .containsExactly(new Target("ca", "kafka-ca", "ca.crt"));
        for (JsonNode one : PRODUCTION.ofKind("ScaledObject")) {
            ScaledObject object = (ScaledObject) StrictModels.read(one);
            assertThat(object.spec().triggers())
                    .isNotEmpty()
                    .allSatisfy(trigger -> {
                        assertThat(trigger.metadata().sasl()).isEqualTo("scram_sha512");
                        assertThat(trigger.metadata().tls()).isEqualTo("enable");
                        assertThat(trigger.authenticationRef().name())
                                .isEqualTo("supporters-kafka");
                    });
        }
    }

    @Test
    void kedaNeedsNoSecretWhereNothingIsSecret() {
        Manifests plain = keda(Map.of());
        Manifests tls = keda(Map.of("kafka.securityProtocol", "SSL"));

        for (Manifests manifests : List.of(plain, tls)) {
            assertThat(manifests.ofKind("TriggerAuthentication")).isEmpty();
            assertThat(manifests.ofKind("ScaledObject"))
                    .hasSize(11)
                    .allSatisfy(one -> assertThat(one.findValue("authenticationRef")).isNull());
        }
        assertThat(plain.ofKind("ScaledObject").getFirst().findValue("tls")).isNull();
        assertThat(tls.ofKind("ScaledObject").getFirst().findValue("tls").asText())
                .isEqualTo("enable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.existingSecret|''|kafka.existingSecret: found nothing, expected a Secret with the login",
                "kafka.sasl.mechanism|''|kafka.sasl.mechanism: found \"\", expected PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512",
                "kafka.sasl.mechanism|GSSAPI|kafka.sasl.mechanism: found \"GSSAPI\", expected PLAIN",
                "kafka.securityProtocol|SSL|kafka.securityProtocol: found SSL, expected SASL_SSL or SASL_PLAINTEXT",
                "kafka.bootstrapServers|''|kafka.securityProtocol: found SASL_SSL, expected PLAINTEXT with the demo's broker",
            })
    void refusesALoginThatCannotWork(String name, String value, String said) {
        assertThatThrownBy(() -> Chart.demo(with(Map.of(name, value)))).hasMessageContaining(said);
    }

    @Test
    void refusesCertificatesThatNobodyLooksAt() {
        assertThatThrownBy(() -> Chart.demo(Map.of("kafka.tls.caSecret", "ca")))
                .hasMessageContaining("expected SSL or SASL_SSL, as there are certificates");
        assertThatThrownBy(() ->
                        Chart.demo(
                                with(
                                        Map.of(
                                                "kafka.tls.caSecret", "ca",
                                                "kafka.tls.caConfigMap", "ca"))))
                .hasMessageContaining("found caSecret and caConfigMap, expected one of them");
    }

    @Test
    void refusesALoginThatKedaCannotUse() {
        assertThatThrownBy(() ->
                        keda(
                                with(
                                        Map.of(
                                                "kafka.sasl.mechanism",
                                                "OAUTHBEARER",
                                                "kafka.existingSecretKeys.jaas",
                                                "jaas"))))
                .hasMessageContaining("autoscaling.engine: found keda, expected none");
    }

    private static Map<String, Object> with(Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>(SASL_SSL);
        values.putAll(changes);
        return values;
    }

    private static Manifests keda(Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>(changes);
        values.putIfAbsent("kafka.bootstrapServers", "kafka:9093");
        values.put("apis[0]", "keda.sh/v1alpha1");
        return Chart.demo(values);
    }

    /** The environment of a function's container: texts, and where others come from. */
    private static Map<String, String> variables(Manifests manifests, String deployment) {
        return manifests
                .get("Deployment", deployment)
                .at("/spec/template/spec/containers/0/env")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                one -> one.path("name").asText(),
                                KafkaTest::value,
                                (a, b) -> a + " and " + b,
                                HashMap::new));
    }

    private static String value(JsonNode variable) {
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        JsonNode configMap = variable.at("/valueFrom/configMapKeyRef");
        if (secret.isObject()) {
            return "Secret " + secret.path("name").asText() + " " + secret.path("key").asText();
        }
        if (configMap.isObject()) {
            return "ConfigMap "
                    + configMap.path("name").asText()
                    + " "
                    + configMap.path("key").asText();
        }
        return variable.path("value").asText();
    }
}

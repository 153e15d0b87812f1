package dev.supporters.platform.event;

import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.common.annotation.Identifier;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.eclipse.microprofile.config.Config;

import java.util.HashMap;
import java.util.Map;

/** How clients reach the brokers: what {@code kafka.*} says, the same for consumer groups, the sender and readers. */
@Singleton
class KafkaConnection {

    /** By this name the connector, too, looks for what all its channels share. */
    static final String NAME = "default-kafka-broker";

    /** The least time between two polls of a consumer that bring records: see {@link PacedPolls}. */
    private static final String PACE = "supporters.events.pace";

    @Produces
    @Singleton
    @Identifier(NAME)
    Map<String, Object> properties(Config config, ApplicationConfig application) {
        Map<String, Object> properties =
                new HashMap<>(
                        new KafkaRuntimeConfigProducer()
                                .createKafkaRuntimeConfig(config, application));
        properties.remove(CommonClientConfigs.GROUP_ID_CONFIG); // each channel names its own
        properties.keySet().removeAll(SaslLogin.PROPERTIES); // ours: Kafka does not know them
        SaslLogin.of(config)
                .ifPresent(login -> properties.put(SaslConfigs.SASL_JAAS_CONFIG, login.jaas()));
        config.getOptionalValue(PACE, String.class)
                .ifPresent(pace -> properties.put(PacedPolls.PACE, pace));
        return Map.copyOf(properties);
    }
}

package dev.supporters.charts.rendering;

import io.fabric8.kubernetes.api.model.ObjectMeta;

import java.util.List;
import java.util.Map;

/** KEDA's ScaledObject, as far as the charts use it: https://keda.sh/docs/latest/reference/scaledobject-spec/. */
public record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** What is scaled, and by what. */
    public record Spec(
            ScaleTarget scaleTargetRef,
            int minReplicaCount,
            int maxReplicaCount,
            int pollingInterval,
            int cooldownPeriod,
            Fallback fallback,
            List<Trigger> triggers) {}

    /** How many pods there are after so many failures to measure. */
    public record Fallback(int failureThreshold, int replicas) {}

    /** A Deployment by its name. */
    public record ScaleTarget(String name) {}

    /** One measure. The values of its metadata are texts, all of them. */
    public record Trigger(
            String type,
            String name,
            KafkaMetadata metadata,
            AuthenticationReference authenticationRef) {}

    /** A TriggerAuthentication by its name. */
    public record AuthenticationReference(String name) {}

    /** Of the trigger `kafka`. */
    public record KafkaMetadata(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String offsetResetPolicy,
            String excludePersistentLag,
            String sasl,
            String tls) {}

    /** The topics that are looked at, with the groups that read them. */
    public Map<String, String> groupsByTopic() {
        return spec.triggers().stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                one -> one.metadata().topic(),
                                one -> one.metadata().consumerGroup()));
    }
}

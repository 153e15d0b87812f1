package dev.supporters.charts.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;

import java.util.Map;

/** Reads manifests into the classes of the Kubernetes API, which must know every field. */
public final class StrictModels {

    private static final Map<String, Class<?>> CLASSES =
            Map.ofEntries(
                    Map.entry("apps/v1 Deployment", Deployment.class),
                    Map.entry(
                            "autoscaling/v2 HorizontalPodAutoscaler",
                            io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler
                                    .class),
                    Map.entry(
                            "autoscaling/v2beta2 HorizontalPodAutoscaler",
                            io.fabric8.kubernetes.api.model.autoscaling.v2beta2
                                    .HorizontalPodAutoscaler.class),
                    Map.entry("cert-manager.io/v1 Certificate", Certificate.class),
                    Map.entry(
                            "gateway.networking.k8s.io/v1 BackendTLSPolicy",
                            BackendTlsPolicy.class),
                    Map.entry("gateway.networking.k8s.io/v1 GRPCRoute", GRPCRoute.class),
                    Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
                    Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
                    Map.entry(
                            "keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class),
                    Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
                    Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
                    Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
                    Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
                    Map.entry(
                            "policy/v1 PodDisruptionBudget",
                            io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget.class),
                    Map.entry(
                            "policy/v1beta1 PodDisruptionBudget",
                            io.fabric8.kubernetes.api.model.policy.v1beta1.PodDisruptionBudget
                                    .class),
                    Map.entry("v1 ConfigMap", ConfigMap.class),
                    Map.entry("v1 Pod", Pod.class),
                    Map.entry("v1 Secret", Secret.class),
                    Map.entry("v1 Service", Service.class));

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .setAnnotationIntrospector(new NothingUnknown());

    private StrictModels() {}

    public static Object read(JsonNode manifest) throws JsonProcessingException {
        String kind = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
        Class<?> type = CLASSES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException(
                    "found " + kind + " (expected one of " + CLASSES.keySet() + ")");
        }
        return MAPPER.treeToValue(manifest, type);
    }

    /** The models would keep unknown fields in a map, and say nothing. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}

package dev.supporters.charts.rendering;

import io.fabric8.kubernetes.api.model.ObjectMeta;

import java.util.List;

/** The Gateway API's BackendTLSPolicy, as far as the charts use it: https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/. */
public record BackendTlsPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** How the Service is known. */
    public record Spec(List<Target> targetRefs, Validation validation) {}

    /** A Service, or a ConfigMap. */
    public record Target(String group, String kind, String name) {}

    /** Whose certificates are believed. */
    public record Validation(String hostname, List<Target> caCertificateRefs) {}
}

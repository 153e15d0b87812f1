package dev.supporters.charts.rendering;

import io.fabric8.kubernetes.api.model.ObjectMeta;

import java.util.List;

/** cert-manager's Certificate, as far as the charts use it: https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate. */
public record Certificate(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** What is asked of the issuer. */
    public record Spec(
            String secretName,
            String duration,
            String renewBefore,
            PrivateKey privateKey,
            List<String> usages,
            List<String> dnsNames,
            Issuer issuerRef) {}

    /** How the key is made. */
    public record PrivateKey(String algorithm, int size, String encoding, String rotationPolicy) {}

    /** Who signs. */
    public record Issuer(String name, String kind, String group) {}
}

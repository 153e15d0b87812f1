package dev.supporters.charts.rendering;

import io.fabric8.kubernetes.api.model.ObjectMeta;

import java.util.List;

/** KEDA's TriggerAuthentication, as far as the charts use it: https://keda.sh/docs/latest/concepts/authentication/. */
public record TriggerAuthentication(
        String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** Where the scaler's parameters stand. */
    public record Spec(List<Target> secretTargetRef, List<Target> configMapTargetRef) {}

    /** A key of a Secret or a ConfigMap. */
    public record Target(String parameter, String name, String key) {}
}

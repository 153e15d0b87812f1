package dev.supporters.charts.rendering;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a chart has rendered.
 *
 * @param text as Helm gave it
 */
public record Manifests(String text, List<JsonNode> all) {

    public static Manifests of(String text) {
        return new Manifests(text, Yaml.documents(text));
    }

    public List<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> kind.equals(one.path("kind").asText())).toList();
    }

    public Optional<JsonNode> find(String kind, String name) {
        return ofKind(kind).stream().filter(one -> name.equals(name(one))).findFirst();
    }

    public JsonNode get(String kind, String name) {
        return find(kind, name).orElseThrow();
    }

    /** The pods that are described anywhere: in Deployments, and alone. */
    public Stream<JsonNode> pods() {
        return Stream.concat(
                ofKind("Deployment").stream().map(one -> one.at("/spec/template")),
                ofKind("Pod").stream());
    }

    public Stream<JsonNode> containers() {
        return pods().flatMap(pod -> pod.at("/spec/containers").valueStream());
    }

    public static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    /** An environment variable of the one container of a Deployment; missing if there is none. */
    public String variable(String deployment, String name) {
        return get("Deployment", deployment)
                .at("/spec/template/spec/containers/0/env")
                .valueStream()
                .filter(one -> name.equals(one.path("name").asText()))
                .map(one -> one.path("value").asText())
                .findFirst()
                .orElse("missing");
    }
}

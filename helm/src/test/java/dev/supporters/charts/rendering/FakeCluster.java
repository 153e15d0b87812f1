package dev.supporters.charts.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The API server of a cluster that has Secrets and nothing else, as far as Helm asks it when it tries an installation. */
public final class FakeCluster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, String>> KINDS =
            Map.of(
                    "v1",
                    Map.of(
                            "secrets", "Secret",
                            "configmaps", "ConfigMap",
                            "services", "Service",
                            "pods", "Pod"),
                    "apps/v1",
                    Map.of("deployments", "Deployment"),
                    "autoscaling/v2",
                    Map.of("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
                    "networking.k8s.io/v1",
                    Map.of("networkpolicies", "NetworkPolicy"),
                    "policy/v1",
                    Map.of("poddisruptionbudgets", "PodDisruptionBudget"));

    private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();
    private final HttpServer server;

    public FakeCluster() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts a Secret of the release, or another one in its place. */
    public void put(String secret, Map<String, String> data) {
        secrets.put(
                secret,
                data.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> base64(one.getValue()))));
    }

    public String kubeConfig() {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
        contexts: [{name: fake, context: {cluster: fake, user: fake}}]
        current-context: fake
        users: [{name: fake, user: {}}]
        """
                .formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Object found = found(path);
        byte[] body = json(found == null ? notFound() : found);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What is at a path; null if nothing is. */
    private Object found(String path) {
        return switch (path) {
            case "/version" -> Map.of("major", "1", "minor", "35", "gitVersion", "v1.35.0");
            case "/api" -> Map.of("kind", "APIVersions", "versions", List.of("v1"));
            case "/apis" -> Map.of("kind", "APIGroupList", "groups", groups());
            default -> object(path);
        };
    }

    private Object object(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String version = path.replaceFirst("^/apis?/", "");
        if (KINDS.containsKey(version)) {
            return Map.of(
                    "kind",
                    "APIResourceList",
                    "groupVersion",
                    version,
                    "resources",
                    resources(KINDS.get(version)));
        }
        if (path.endsWith("/secrets")) {
            return Map.of("kind", "SecretList", "apiVersion", "v1", "items", List.of());
        }
        return path.contains("/secrets/") && secrets.containsKey(name) ? secret(name) : null;
    }

    private Map<String, Object> secret(String name) {
        return Map.of(
                "kind",
                "Secret",
                "apiVersion",
                "v1",
                "metadata",
                Map.of(
                        "name",
                        name,
                        "labels",
                        Map.of("app.kubernetes.io/managed-by", "Helm"),
                        "annotations",
                        Map.of(
                                "meta.helm.sh/release-name", Chart.RELEASE,
                                "meta.helm.sh/release-namespace", Chart.RELEASE)),
                "data",
                secrets.get(name));
    }

    private static List<Object> groups() {
        return KINDS.keySet().stream()
                .filter(version -> version.contains("/"))
                .map(version -> {
                    String[] parts = version.split("/");
                    Map<String, String> one = Map.of("groupVersion", version, "version", parts[1]);
                    return (Object)
                            Map.of(
                                    "name",
                                    parts[0],
                                    "versions",
                                    List.of(one),
                                    "preferredVersion",
                                    one);
                })
                .toList();
    }

    private static List<Object> resources(Map<String, String> kinds) {
        return kinds.entrySet().stream()
                .map(one ->
                        (Object)
                                Map.of(
                                        "name", one.getKey(),
                                        "singularName", "",
                                        "namespaced", true,
                                        "kind", one.getValue(),
                                        "verbs", List.of("get", "list")))
                .toList();
    }

    private static Map<String, Object> notFound() {
        return Map.of(
                "kind", "Status",
                "apiVersion", "v1",
                "status", "Failure",
                "reason", "NotFound",
                "code", 404);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.supporters.charts.source;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Yaml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The functions as the chart's own files describe them: values.yaml and edges.yaml. */
public final class Functions {

    private static final JsonNode VALUES =
            Yaml.tree(Folders.read(Folders.SUPPORTERS.resolve("values.yaml")));
    private static final JsonNode EDGES =
            Yaml.tree(Folders.read(Folders.SUPPORTERS.resolve("edges.yaml"))).path("functions");

    private static final JsonNode JOBS =
            Yaml.tree(Folders.read(Folders.SUPPORTERS.resolve("edges.yaml"))).path("jobs");

    private Functions() {}

    /** Topics that a job reads, by the short names of edges.yaml. */
    public static List<String> followedByJob(String name) {
        return Yaml.texts(JOBS.path(name).path("follows"));
    }

    public static List<String> names() {
        return Yaml.names(VALUES.path("functions")).toList();
    }

    public static JsonNode get(String name) {
        return VALUES.path("functions").path(name);
    }

    public static List<String> of(String service) {
        return names().stream()
                .filter(name -> service.equals(get(name).path("service").asText()))
                .toList();
    }

    public static TreeSet<String> services() {
        return names().stream()
                .map(name -> get(name).path("service").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that have edges, the stand-in for the legacy system included. */
    public static List<String> withEdges() {
        return Yaml.names(EDGES).toList();
    }

    public static List<String> calls(String name) {
        return Yaml.texts(EDGES.path(name).path("calls"));
    }

    public static List<String> uses(String name) {
        return Yaml.texts(EDGES.path(name).path("uses"));
    }

    /** Topics that it writes. */
    public static TreeSet<String> writes(String name) {
        return topics(EDGES.path(name).path("writes"));
    }

    /** Topics that it reads without a consumer group. */
    public static TreeSet<String> follows(String name) {
        return topics(EDGES.path(name).path("follows"));
    }

    private static TreeSet<String> topics(JsonNode names) {
        return Yaml.texts(names).stream()
                .map("supporters.%s.v1"::formatted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the functions of a service call together. */
    public static TreeSet<String> callsOf(String service) {
        return of(service).stream()
                .flatMap(name -> calls(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Topic and group by channel. */
    public static Map<String, Channel> channels(String service) {
        Map<String, Channel> channels = new TreeMap<>();
        of(service).forEach(name -> channels.putAll(channelsOf(name)));
        return channels;
    }

    /** The same of one function. */
    public static Map<String, Channel> channelsOf(String name) {
        Map<String, Channel> channels = new TreeMap<>();
        get(name)
                .path("channels")
                .propertyStream()
                .forEach(channel ->
                        channels.put(
                                channel.getKey(),
                                new Channel(
                                        channel.getValue().path("topic").asText(),
                                        channel.getValue().path("group").asText())));
        return channels;
    }
}

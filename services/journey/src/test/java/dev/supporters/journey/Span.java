package dev.supporters.journey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A span as it was exported.
 *
 * @param parent the id of the span that it belongs under; empty for the first of a trace
 * @param listens whether it takes in what another span told a topic
 * @param topic of those that tell or listen
 */
record Span(String trace, String id, String parent, String service, boolean listens, String topic) {

    static Span of(JsonNode json) {
        return new Span(
                json.path("traceId").asText(),
                json.path("id").asText(),
                json.path("parentId").asText(),
                json.path("localEndpoint").path("serviceName").asText(),
                json.path("kind").asText().equals("CONSUMER"),
                json.path("tags").path("messaging.destination.name").asText());
    }
}

package dev.supporters.player.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;

import java.math.BigDecimal;
import java.time.Instant;

/** JSON as the gateway and the legacy system speak it. */
public final class JsonNodes {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonNodes() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The node, or a missing one where the text is no JSON. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    /** An exact decimal, as places have it. */
    public static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees).toPlainString();
    }

    public static Position point(JsonNode place) {
        return new Position(place.path("lat").asDouble(), place.path("lng").asDouble());
    }

    public static ObjectNode place(Position point) {
        return object().put("lat", decimal(point.lat())).put("lng", decimal(point.lng()));
    }

    public static Instant instant(JsonNode node, Instant otherwise) {
        return node.isTextual() ? Instant.parse(node.textValue()) : otherwise;
    }
}

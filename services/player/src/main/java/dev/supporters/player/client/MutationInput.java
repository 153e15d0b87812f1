package dev.supporters.player.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one input of a mutation, with its idempotency key. */
public record MutationInput(ObjectNode fields) {

    public static MutationInput of(String clientMutationId) {
        return new MutationInput(JsonNodes.object().put("clientMutationId", clientMutationId));
    }

    public MutationInput with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public MutationInput with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    public MutationInput with(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    public MutationInput with(String name, JsonNode value) {
        fields.set(name, value);
        return this;
    }

    public ObjectNode variables() {
        ObjectNode variables = JsonNodes.object();
        variables.set("input", fields);
        return variables;
    }
}

package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one input of a mutation, with its idempotency key. */
record Inputs(ObjectNode fields) {

    static Inputs of(String clientMutationId) {
        return new Inputs(Json.object().put("clientMutationId", clientMutationId));
    }

    Inputs with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Inputs with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    Inputs with(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    Inputs with(String name, JsonNode value) {
        fields.set(name, value);
        return this;
    }

    ObjectNode variables() {
        ObjectNode variables = Json.object();
        variables.set("input", fields);
        return variables;
    }
}

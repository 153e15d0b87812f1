package dev.supporters.gateway.adapter.graphql.server;

import graphql.ExecutionResult;

import java.util.HashMap;
import java.util.Map;

/** What graphql-transport-ws says to a client about an operation, by the id that the client gave it. */
final class SocketMessageMapper {

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String PAYLOAD = "payload";

    private SocketMessageMapper() {}

    static Map<String, Object> next(String id, ExecutionResult result) {
        Map<String, Object> message = new HashMap<>();
        message.put(ID, id);
        message.put(TYPE, "next");
        message.put(PAYLOAD, GraphQLExecution.inOurShape(result).toSpecification());
        return message;
    }

    /** The operation ends with errors. */
    static Map<String, Object> error(String id, Object errors) {
        return Map.of(ID, id, TYPE, "error", PAYLOAD, errors);
    }

    static Map<String, Object> complete(String id) {
        return Map.of(ID, id, TYPE, "complete");
    }
}

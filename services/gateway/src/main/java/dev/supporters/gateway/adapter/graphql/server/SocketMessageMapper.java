package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.databind.node.TextNode;

import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.RefusalMapper;
import dev.supporters.platform.refusal.Refusal;

import graphql.ExecutionResult;

import java.util.HashMap;
import java.util.List;
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
        message.put(PAYLOAD, payload(result));
        return message;
    }

    /** The same with a payload that was written as JSON already. */
    static String next(String id, String payload) {
        return "{\"id\":%s,\"type\":\"next\",\"payload\":"
                .formatted(TextNode.valueOf(id))
                .concat(payload)
                .concat("}");
    }

    /** The payload of a result, as a client gets it. */
    static Map<String, Object> payload(ExecutionResult result) {
        return GraphQLExecution.inOurShape(result).toSpecification();
    }

    /** What a stream that failed tells. */
    static List<Map<String, Object>> errors(Throwable failure) {
        Refusal refusal = FailureMapper.refusal(failure);
        return List.of(
                Map.of(
                        "message",
                        refusal.getMessage(),
                        "extensions",
                        RefusalMapper.extensions(refusal)));
    }

    /** The operation ends with errors. */
    static Map<String, Object> error(String id, Object errors) {
        return Map.of(ID, id, TYPE, "error", PAYLOAD, errors);
    }

    static Map<String, Object> complete(String id) {
        return Map.of(ID, id, TYPE, "complete");
    }
}

package dev.supporters.gateway.adapter.transcoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the message of a request from its body, path and query, strictly: no unknown fields, no value of a wrong type, no field twice,
 * no second value that contradicts the path.
 */
final class RequestReader {

    /** No message of ours is deeper. */
    private static final int DEPTH = 32;

    /** As long as numbers in GraphQL. */
    private static final int NUMBER = 50;

    private static final int MOST_SHOWN = 200;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH)
                                                    .maxNumberLength(NUMBER)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private RequestReader() {}

    /**
     * The message.
     *
     * @param path the values of the path by field, decoded
     * @param query the values of the query by name, decoded
     */
    static Message read(
            RestMethod method,
            Map<String, String> path,
            Map<String, List<String>> query,
            byte[] body) {
        Message.Builder request = method.newRequest();
        Descriptor type = request.getDescriptorForType();
        ObjectNode texts = JSON.createObjectNode();
        switch (method.http().body()) {
            case WHOLE -> {
                query.keySet().stream().findFirst().ifPresent(RequestReader::refuseQuery);
                readBody(body, request);
            }
            case NONE -> {
                if (body.length > 0) {
                    throw Refusal.invalid("body", body.length + " bytes", "no body");
                }
                query.forEach((name, values) -> {
                    FieldPath field = FieldPath.of(type, name);
                    if (path.containsKey(field.protoName())) {
                        throw Refusal.invalid("query", name, "only what is not in the path");
                    }
                    field.write(texts, values);
                });
            }
        }
        path.forEach((name, value) -> FieldPath.of(type, name).write(texts, List.of(value)));
        Message fromTexts = merge(type, texts, method.newRequest());
        for (String name : path.keySet()) {
            agree(FieldPath.of(type, name), request, fromTexts);
        }
        return request.mergeFrom(fromTexts).build();
    }

    /** The message of a request that is all in its body; an empty body is an empty message. */
    static Message read(GrpcMethod method, byte[] body) {
        return readBody(body, method.newRequest());
    }

    private static Message readBody(byte[] body, Message.Builder request) {
        Descriptor type = request.getDescriptorForType();
        JsonNode json = body(body);
        JsonShape.check(type, json);
        return merge(type, json, request);
    }

    private static void agree(FieldPath field, Message.Builder body, Message path) {
        field.value(body.build())
                .filter(inBody -> !field.value(path).equals(Optional.of(inBody)))
                .ifPresent(inBody -> {
                    throw Refusal.invalid(
                            field.name(), "another value than in the path", "the same");
                });
    }

    private static JsonNode body(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isMissingNode()) {
                return JSON.createObjectNode();
            }
            if (!json.isObject()) {
                throw Refusal.invalid("body", json.getNodeType(), "an object of JSON");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("body", shortened(e.getOriginalMessage()), "JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message merge(Descriptor type, JsonNode json, Message.Builder builder) {
        try {
            JsonFormat.parser().merge(json.toString(), builder);
            return builder.build();
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                    shortened(e.getMessage()),
                    "the fields of " + type.getName() + " as JSON");
        }
    }

    private static void refuseQuery(String name) {
        throw Refusal.invalid("query", name, "no query, since the request is the body");
    }

    private static String shortened(String text) {
        String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= MOST_SHOWN ? plain : plain.substring(0, MOST_SHOWN) + "…";
    }
}

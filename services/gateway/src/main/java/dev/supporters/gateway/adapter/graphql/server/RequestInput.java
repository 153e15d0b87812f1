package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sends (GraphQL over HTTP): a document, which of its operations, and the values of its variables.
 *
 * @param operationName which operation; empty if the document has only one
 */
record RequestInput(String query, Optional<String> operationName, Map<String, Object> variables) {

    private static final int NESTING = 64;
    private static final int NUMBER_LENGTH = 50;
    private static final int NAME_LENGTH = 1000;
    private static final String BATCH = "a list of requests";

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(NESTING)
                                                    .maxNumberLength(NUMBER_LENGTH)
                                                    .maxNameLength(NAME_LENGTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    RequestInput {
        variables = Collections.unmodifiableMap(variables);
    }

    /** Reads a request as JSON. */
    static RequestInput parse(String body) {
        return of(object(json(body, "body"), "body"));
    }

    /** Reads a request from the parameters of a URL, of which variables and extensions are JSON. */
    static RequestInput ofParameters(Map<String, String> parameters) {
        Map<String, Object> fields = new HashMap<>(parameters);
        fields.computeIfPresent("variables", (name, text) -> parameter(name, (String) text));
        fields.computeIfPresent("extensions", (name, text) -> parameter(name, (String) text));
        fields.computeIfPresent(
                "operationName", (name, text) -> ((String) text).isEmpty() ? null : text);
        return of(fields);
    }

    static RequestInput of(Map<String, Object> fields) {
        Map<String, Object> extensions = optionalObject(fields, "extensions");
        Object query = fields.get("query");
        if (extensions.get("persistedQuery") != null) {
            query = persisted(query, object(extensions.get("persistedQuery"), "persistedQuery"));
        }
        if (!(query instanceof String document) || document.isBlank()) {
            throw RequestRefusal.invalid("query: " + kind(query), "a GraphQL document");
        }
        Object name = fields.get("operationName");
        if (name != null && !(name instanceof String)) {
            throw RequestRefusal.invalid("operationName: " + kind(name), "a text");
        }
        return new RequestInput(
                document,
                Optional.ofNullable((String) name).filter(text -> !text.isEmpty()),
                optionalObject(fields, "variables"));
    }

    /** The document of a hash that came alone; one that came with its hash is kept for the next time. */
    private static Object persisted(Object query, Map<String, Object> persistedQuery) {
        Object hash = persistedQuery.get("sha256Hash");
        PersistedDocumentProvider known = PersistedDocumentProvider.get();
        if (query == null) {
            return known.find(hash).orElseThrow(PersistedQueryNotFound::new);
        }
        if (query instanceof String document && !known.keep(hash, document)) {
            throw RequestRefusal.invalid(
                    "extensions.persistedQuery.sha256Hash: another one",
                    "the SHA-256 of the document, in hex");
        }
        return query;
    }

    /** A JSON value as maps, lists, texts, numbers; refused if it is none, or out of bounds. */
    static Object json(String text, String field) {
        try {
            return JSON.readValue(
                    text.startsWith("\ufeff") ? text.substring(1) : text, Object.class);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where =
                    at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw RequestRefusal.invalid(
                    field + ": no JSON, or too deep, or a number that is too long" + where,
                    "a JSON object");
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value, String field) {
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw RequestRefusal.invalid(field + ": " + kind(value), "a JSON object");
    }

    private static Object parameter(String name, String text) {
        return text.isEmpty() ? null : json(text, name);
    }

    private static Map<String, Object> optionalObject(Map<String, Object> fields, String name) {
        return fields.get(name) == null ? Map.of() : object(fields.get(name), name);
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "nothing";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> BATCH;
            case String text -> text.isBlank() ? "an empty text" : "a text";
            case Boolean _ -> "true or false";
            default -> "a number";
        };
    }

    /** The answer that makes Apollo's clients send the document itself (automatic persisted queries). */
    static final class PersistedQueryNotFound extends RuntimeException {

        PersistedQueryNotFound() {
            super("PersistedQueryNotFound", null, false, false);
        }
    }
}

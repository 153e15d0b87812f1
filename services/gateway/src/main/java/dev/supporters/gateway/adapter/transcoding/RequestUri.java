package dev.supporters.gateway.adapter.transcoding;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a request's URI. Segments are decoded only after the path was split, so that an id may contain any character. */
final class RequestUri {

    private RequestUri() {}

    /** The segments of a path, undecoded. */
    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** A segment as it is meant. */
    static String decoded(String segment) {
        return decode(segment.replace("+", "%2B"));
    }

    /**
     * The values of a query by name, decoded.
     *
     * @param query as it was sent; null if there is none
     */
    static Map<String, List<String>> query(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return values;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                    "a URI that cannot be decoded",
                    "percent signs with two hexadecimal digits");
        }
    }
}

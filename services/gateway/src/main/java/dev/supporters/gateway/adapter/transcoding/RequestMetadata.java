package dev.supporters.gateway.adapter.transcoding;

import dev.supporters.platform.refusal.Refusal;

import io.grpc.Metadata;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Metadata for a service, as headers of a request whose names begin with `Grpc-Metadata-`. What the gateway says itself nobody else says. */
final class RequestMetadata {

    private static final String PREFIX = "grpc-metadata-";
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[0-9a-z_.-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,500}");

    private static final Set<String> OURS =
            Set.of("authorization", "traceparent", "tracestate", "baggage", "x-request-id");

    private RequestMetadata() {}

    /** The metadata among a request's headers. */
    static Metadata of(List<Map.Entry<String, String>> headers) {
        Metadata metadata = new Metadata();
        int count = 0;
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                if (++count > MOST) {
                    throw Refusal.invalid("metadata", "more than " + MOST, "at most " + MOST);
                }
                add(metadata, name.substring(PREFIX.length()), header.getValue());
            }
        }
        return metadata;
    }

    private static void add(Metadata metadata, String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw Refusal.invalid(
                    "metadata", "a name or value that metadata cannot have", "plain ASCII");
        }
        if (OURS.contains(name)
                || name.startsWith("grpc-")
                || name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
            throw Refusal.invalid("metadata", name, "a text that is not the gateway's to say");
        }
        metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    }
}

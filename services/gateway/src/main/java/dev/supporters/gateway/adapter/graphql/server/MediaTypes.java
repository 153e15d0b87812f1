package dev.supporters.gateway.adapter.graphql.server;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The media types of requests and answers (GraphQL over HTTP). */
enum MediaTypes {
    /** Says by its status whether the request was executed. */
    GRAPHQL("application/graphql-response+json"),
    /** Has the status 200, whatever the result. */
    JSON("application/json");

    private static final String CHARSET = "; charset=utf-8";

    private final String type;

    MediaTypes(String type) {
        this.type = type;
    }

    /** As the header Content-Type has it. */
    String header() {
        return type + CHARSET;
    }

    /** What a client accepts and we have; JSON for who does not say, or takes anything. */
    static Optional<MediaTypes> accepted(List<String> headers) {
        List<Range> ranges =
                headers.stream()
                        .flatMap(header -> Arrays.stream(header.split(",", -1)))
                        .filter(range -> !range.isBlank())
                        .map(Range::parse)
                        .filter(range -> range.quality() > 0)
                        .sorted(Comparator.comparingDouble(Range::quality).reversed())
                        .toList();
        if (headers.isEmpty()) {
            return Optional.of(JSON);
        }
        return ranges.stream().flatMap(range -> range.media().stream()).findFirst();
    }

    /** Whether a body of this type is a request: JSON in UTF-8. A browser that is told the type twice, as GraphiQL does, sends it twice. */
    static boolean isRequest(String contentType) {
        return contentType != null
                && Arrays.stream(contentType.split(",", -1))
                        .map(Range::parse)
                        .allMatch(range -> range.type().equals(JSON.type) && range.utf8());
    }

    private record Range(String type, double quality, boolean utf8) {

        static Range parse(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";");
            double quality = 1;
            boolean utf8 = true;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].replace("\"", "").strip();
                if (parameter.startsWith("q=")) {
                    quality = qualityOf(parameter.substring(2));
                } else if (parameter.startsWith("charset=")) {
                    String charset = parameter.substring("charset=".length());
                    utf8 = charset.equals("utf-8") || charset.equals("utf8");
                }
            }
            return new Range(parts.length == 0 ? "" : parts[0].strip(), quality, utf8);
        }

        Optional<MediaTypes> media() {
            if (!utf8) {
                return Optional.empty();
            }
            return switch (type) {
                case "*/*", "application/*", "application/json" -> Optional.of(JSON);
                case "application/graphql-response+json" -> Optional.of(GRAPHQL);
                default -> Optional.empty();
            };
        }

        private static double qualityOf(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}

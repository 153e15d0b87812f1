package dev.supporters.gateway.validation;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import com.google.protobuf.Message;

import dev.supporters.platform.validation.FieldBoundsTable;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Checks requests by the bounds that the protos declare, before they are sent. A refusal names the field as its sender does. */
public final class RequestChecks {

    /** Messages of the protos whose fields are fields of the input itself. */
    private static final Pattern FLATTENED =
            Pattern.compile(
                    "^(driver|policy|rule|refuse)\\.|(?<=^positions\\[\\d{1,3}])\\.location");

    private static final Map<String, String> PATHS =
            Map.of(
                    "fare.amount", "fare",
                    "fare.currency", "currency",
                    "bounds.south_west.lat", "bounds.south",
                    "bounds.south_west.lng", "bounds.west",
                    "bounds.north_east.lat", "bounds.north",
                    "bounds.north_east.lng", "bounds.east");
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    entry("request_id", "clientMutationId"),
                    entry("customer_id", "userId"),
                    entry("customer_name", "userName"),
                    entry("distance_meters", "distance"),
                    entry("page_size", "first"),
                    entry("page_token", "after"),
                    entry("report_time", "reportedAt"));

    private RequestChecks() {}

    /** Refuses a request that is out of its bounds; the refusal has the names of the GraphQL schema. */
    public static void check(Message request) {
        PlainTexts.check(request, RequestChecks::graphQlName);
        FieldBoundsTable.check(request, RequestChecks::graphQlName);
    }

    /** The same with the names of the protos, which REST has. */
    public static void checkProto(Message request) {
        PlainTexts.check(request, UnaryOperator.identity());
        FieldBoundsTable.check(request);
    }

    /** The same with the names of the legacy system's requests: those of the protos, flat. */
    public static void checkRest(Message request) {
        PlainTexts.check(request, RequestChecks::flat);
        FieldBoundsTable.check(request, RequestChecks::flat);
    }

    private static String graphQlName(String path) {
        String flat = flat(path);
        if (PATHS.containsKey(flat)) {
            return PATHS.get(flat);
        }
        return Arrays.stream(flat.split("\\."))
                .map(field -> FIELDS.getOrDefault(field, FieldBoundsTable.camelCase(field)))
                .collect(joining("."));
    }

    private static String flat(String path) {
        return FLATTENED.matcher(path).replaceAll("");
    }
}

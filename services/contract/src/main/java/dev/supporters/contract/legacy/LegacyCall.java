package dev.supporters.contract.legacy;

import dev.supporters.contract.Money;
import dev.supporters.contract.Place;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call as the legacy system knows it.
 *
 * @param state offered, taken, arrived, picked_up, completed, cancelled, unserved or supporters; empty if the answer has none
 * @param driverId who has or had the call; empty if nobody
 * @param registered whether our service `call` knows it, as it was told; only then its steps are reported to us
 */
public record LegacyCall(
        String callId, String state, String driverId, boolean registered, Details details) {

    static LegacyCall of(String callId, JsonObject json) {
        return new LegacyCall(
                json.getString("call_id", callId),
                text(json, "state"),
                text(json, "driver_id"),
                json.getBoolean("registered", true),
                Details.of(json));
    }

    /**
     * A part of the list of its calls; those that cannot be read are left out.
     *
     * @param nextToken empty on the last page
     */
    public record Page(List<LegacyCall> calls, String nextToken) {

        public Page {
            calls = List.copyOf(calls);
        }

        static Page of(JsonObject json) {
            return new Page(
                    json.getJsonArray("calls", new JsonArray()).stream()
                            .flatMap(call -> readable(call).stream())
                            .toList(),
                    text(json, "next_page_token"));
        }

        /** One that nobody can read hides no other. */
        private static Optional<LegacyCall> readable(Object call) {
            try {
                return call instanceof JsonObject json
                        ? Optional.of(LegacyCall.of("", json))
                        : Optional.empty();
            } catch (ClassCastException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private static String text(JsonObject json, String field) {
        String value = json.getString(field);
        return value == null ? "" : value;
    }

    /**
     * What the customer asked for. The legacy system may know a call without it: then texts are empty, numbers are 0, and the time is
     * {@link Instant#EPOCH}.
     *
     * @param product its name without the prefix of the enum
     * @param stopover {@link Place#NONE} if there is none
     * @param reason why the call is with general dispatch
     */
    public record Details(
            String product,
            String customerId,
            String customerName,
            Place origin,
            Place destination,
            Place stopover,
            Money fare,
            int distanceMeters,
            String reason,
            Instant requestedAt) {

        private static Details of(JsonObject json) {
            String requestedAt = text(json, "requested_at");
            return new Details(
                    text(json, "product"),
                    text(json, "customer_id"),
                    text(json, "customer_name"),
                    place(json.getJsonObject("origin")),
                    place(json.getJsonObject("destination")),
                    place(json.getJsonObject("stopover")),
                    money(json.getJsonObject("fare")),
                    json.getInteger("distance_meters", 0),
                    text(json, "reason"),
                    requestedAt.isEmpty() ? Instant.EPOCH : Instant.parse(requestedAt));
        }

        private void write(JsonObject json) {
            json.put("product", product)
                    .put("customer_id", customerId)
                    .put("customer_name", customerName)
                    .put("origin", place(origin))
                    .put("destination", place(destination));
            if (stopover.given()) {
                json.put("stopover", place(stopover));
            }
            json.put(
                            "fare",
                            new JsonObject()
                                    .put("amount", fare.amount())
                                    .put("currency", fare.currency()))
                    .put("distance_meters", distanceMeters)
                    .put("reason", reason)
                    .put("requested_at", requestedAt.toString());
        }

        private static JsonObject place(Place place) {
            return new JsonObject()
                    .put("lat", place.lat())
                    .put("lng", place.lng())
                    .put("poi", place.poi())
                    .put("address", place.address());
        }

        private static Place place(JsonObject json) {
            return json == null
                    ? Place.NONE
                    : new Place(
                            text(json, "lat"),
                            text(json, "lng"),
                            text(json, "poi"),
                            text(json, "address"));
        }

        private static Money money(JsonObject json) {
            return json == null
                    ? new Money(0, "")
                    : new Money(json.getLong("amount", 0L), text(json, "currency"));
        }
    }

    /**
     * A call that is handed over to the legacy system.
     *
     * @param registered whether our service `call` knows it: only then its steps are reported to us
     * @param endedCommandIds the call's commands that are over: none of them stops the legacy system from offering the call
     */
    public record Submission(
            String callId, boolean registered, Details details, List<String> endedCommandIds) {

        public Submission {
            endedCommandIds = List.copyOf(endedCommandIds);
        }

        JsonObject json() {
            JsonObject json = new JsonObject().put("call_id", callId).put("registered", registered);
            details.write(json);
            return json.put("released_command_ids", new JsonArray(endedCommandIds));
        }
    }
}

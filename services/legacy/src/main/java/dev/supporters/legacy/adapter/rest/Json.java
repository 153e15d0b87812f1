package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.dispatch.Details;
import dev.supporters.legacy.dispatch.DispatchResult;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.Spot;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.offer.Offer;

import io.vertx.core.json.JsonObject;

/** The API's words. */
final class Json {

    private static final int TEXT = 200;
    private static final int NAME = 100;

    private Json() {}

    static Submission submission(Input input) {
        return new Submission(
                input.callId(),
                input.flag("registered"),
                new Details(
                        input.text("product", NAME),
                        input.id("customer_id"),
                        input.optionalText("customer_name", NAME),
                        spot(input.object("origin")),
                        spot(input.object("destination")),
                        input.has("stopover") ? spot(input.object("stopover")) : Spot.NONE,
                        input.object("fare").whole("amount", Long.MAX_VALUE),
                        input.object("fare").text("currency", 3),
                        (int) input.whole("distance_meters", Integer.MAX_VALUE),
                        input.optionalText("reason", NAME),
                        input.time("requested_at")),
                input.texts("released_command_ids"));
    }

    static DispatchResult result(Input input) {
        return new DispatchResult(
                input.callId(),
                input.id("driver_id"),
                input.id("command_id"),
                input.time("accepted_at"));
    }

    static JsonObject call(LegacyCall call) {
        JsonObject json =
                new JsonObject()
                        .put("call_id", call.id())
                        .put("state", call.state().label())
                        .put("driver_id", call.state().driver())
                        .put("registered", call.registered());
        return call.details().known() ? withDetails(json, call.details()) : json;
    }

    static JsonObject result(DispatchResult result) {
        return new JsonObject()
                .put("call_id", result.callId())
                .put("driver_id", result.driverId())
                .put("command_id", result.commandId())
                .put("accepted_at", result.acceptedAt().toString());
    }

    static JsonObject offer(Offer offer) {
        Details details = offer.call().details();
        return new JsonObject()
                .put("call_id", offer.call().id())
                .put("origin", spot(details.origin()))
                .put("destination", spot(details.destination()))
                .put("fare", fare(details))
                .put("distance_meters", details.distanceMeters())
                .put("age_seconds", offer.age().toSeconds())
                .put("distance_to_origin_meters", Math.round(offer.metersToOrigin()));
    }

    private static JsonObject withDetails(JsonObject json, Details details) {
        json.put("product", details.product())
                .put("customer_id", details.customerId())
                .put("customer_name", details.customerName())
                .put("origin", spot(details.origin()))
                .put("destination", spot(details.destination()))
                .put("fare", fare(details))
                .put("distance_meters", details.distanceMeters())
                .put("reason", details.reason())
                .put("requested_at", details.requestedAt().toString());
        return details.stopover().given() ? json.put("stopover", spot(details.stopover())) : json;
    }

    private static JsonObject fare(Details details) {
        return new JsonObject().put("amount", details.fare()).put("currency", details.currency());
    }

    private static JsonObject spot(Spot spot) {
        return new JsonObject()
                .put("lat", spot.lat())
                .put("lng", spot.lng())
                .put("poi", spot.poi())
                .put("address", spot.address());
    }

    private static Spot spot(Input input) {
        return new Spot(
                input.degrees("lat", 90),
                input.degrees("lng", 180),
                input.optionalText("poi", TEXT),
                input.optionalText("address", TEXT));
    }
}

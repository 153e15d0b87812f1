package dev.supporters.legacy.adapter.rest;

import dev.supporters.contract.Place;
import dev.supporters.legacy.dispatch.CallDetails;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.dispatch.SupporterAcceptance;
import dev.supporters.legacy.offer.OfferProjection.CommissionOffer;

import io.vertx.core.json.JsonObject;

/** Our objects as the API's JSON, and back. */
final class LegacyJsonMapper {

    private static final int TEXT = 200;
    private static final int NAME = 100;

    private LegacyJsonMapper() {}

    static Submission submission(JsonInput input) {
        return new Submission(
                input.callId(),
                input.flag("registered"),
                new CallDetails(
                        input.text("product", NAME),
                        input.id("customer_id"),
                        input.optionalText("customer_name", NAME),
                        place(input.object("origin")),
                        place(input.object("destination")),
                        input.has("stopover") ? place(input.object("stopover")) : Place.NONE,
                        input.object("fare").whole("amount", Long.MAX_VALUE),
                        input.object("fare").text("currency", 3),
                        (int) input.whole("distance_meters", Integer.MAX_VALUE),
                        input.optionalText("reason", NAME),
                        input.time("requested_at")),
                input.texts("released_command_ids"));
    }

    static SupporterAcceptance acceptance(JsonInput input) {
        return new SupporterAcceptance(
                input.callId(),
                input.driverId(),
                input.id("command_id"),
                input.time("accepted_at"));
    }

    static JsonObject call(GeneralCall call) {
        JsonObject json =
                new JsonObject()
                        .put("call_id", call.id())
                        .put("state", call.state().label())
                        .put("driver_id", call.state().driver())
                        .put("registered", call.registered())
                        .put("handed_over_times", call.handOvers().times());
        call.handOvers()
                .first()
                .ifPresent(time -> json.put("first_handed_over_at", time.toString()));
        call.handOvers().last().ifPresent(time -> json.put("last_handed_over_at", time.toString()));
        return call.details().known() ? withDetails(json, call.details()) : json;
    }

    static JsonObject acceptance(SupporterAcceptance acceptance) {
        return new JsonObject()
                .put("call_id", acceptance.callId())
                .put("driver_id", acceptance.driverId())
                .put("command_id", acceptance.commandId())
                .put("accepted_at", acceptance.acceptedAt().toString());
    }

    static JsonObject offer(CommissionOffer offer) {
        CallDetails details = offer.call().details();
        return new JsonObject()
                .put("call_id", offer.call().id())
                .put("origin", place(details.origin()))
                .put("destination", place(details.destination()))
                .put("fare", fare(details))
                .put("distance_meters", details.distanceMeters())
                .put("age_seconds", offer.age().toSeconds())
                .put("distance_to_origin_meters", Math.round(offer.metersToOrigin()));
    }

    private static JsonObject withDetails(JsonObject json, CallDetails details) {
        json.put("product", details.product())
                .put("customer_id", details.customerId())
                .put("customer_name", details.customerName())
                .put("origin", place(details.origin()))
                .put("destination", place(details.destination()))
                .put("fare", fare(details))
                .put("distance_meters", details.distanceMeters())
                .put("reason", details.reason())
                .put("requested_at", details.requestedAt().toString());
        return details.stopover().given() ? json.put("stopover", place(details.stopover())) : json;
    }

    private static JsonObject fare(CallDetails details) {
        return new JsonObject().put("amount", details.fare()).put("currency", details.currency());
    }

    private static JsonObject place(Place place) {
        return new JsonObject()
                .put("lat", place.lat())
                .put("lng", place.lng())
                .put("poi", place.poi())
                .put("address", place.address());
    }

    private static Place place(JsonInput input) {
        return new Place(
                input.degrees("lat", 90),
                input.degrees("lng", 180),
                input.optionalText("poi", TEXT),
                input.optionalText("address", TEXT));
    }
}

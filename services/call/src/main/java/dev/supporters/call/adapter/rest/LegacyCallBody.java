package dev.supporters.call.adapter.rest;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.contract.Place;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A call as the legacy system takes it. */
final class LegacyCallBody {

    private static final String PRODUCT = "PRODUCT_";

    private LegacyCallBody() {}

    static JsonObject call(Call call) {
        CallOrder order = call.order();
        JsonObject json =
                new JsonObject()
                        .put("call_id", order.callId().value())
                        .put("registered", true)
                        .put("product", order.product().name().substring(PRODUCT.length()))
                        .put("customer_id", order.customerId())
                        .put("customer_name", order.customerName())
                        .put("origin", place(order.origin()))
                        .put("destination", place(order.destination()))
                        .put(
                                "fare",
                                new JsonObject()
                                        .put("amount", order.fare().amount())
                                        .put("currency", order.fare().currency()))
                        .put("distance_meters", order.distanceMeters())
                        .put("reason", call.reason())
                        .put("requested_at", order.createTime().toString())
                        // commands that are over: none of them keeps the call from being offered
                        .put("released_command_ids", new JsonArray(call.pastCommands()));
        if (order.stopover().given()) {
            json.put("stopover", place(order.stopover()));
        }
        return json;
    }

    private static JsonObject place(Place place) {
        return new JsonObject()
                .put("lat", place.lat())
                .put("lng", place.lng())
                .put("poi", place.poi())
                .put("address", place.address());
    }
}

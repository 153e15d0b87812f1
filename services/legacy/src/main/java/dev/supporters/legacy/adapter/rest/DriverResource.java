package dev.supporters.legacy.adapter.rest;

import dev.supporters.contract.Position;
import dev.supporters.legacy.dispatch.GeneralDispatchService;
import dev.supporters.legacy.offer.CommissionDriverPositions;
import dev.supporters.legacy.offer.OfferProjection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.util.function.BiConsumer;

/** What commission drivers' apps do. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DriverResource {

    private final CommissionDriverPositions drivers;
    private final OfferProjection board;
    private final GeneralDispatchService dispatch;

    DriverResource(
            CommissionDriverPositions drivers,
            OfferProjection board,
            GeneralDispatchService dispatch) {
        this.drivers = drivers;
        this.board = board;
        this.dispatch = dispatch;
    }

    @PUT
    @Path("/drivers/{id}/location.json")
    public Response location(@PathParam("id") String driverId, String body) {
        JsonInput input = JsonInput.parse(body);
        Position position =
                new Position(
                        Double.parseDouble(input.degrees("lat", 90)),
                        Double.parseDouble(input.degrees("lng", 180)));
        boolean available = input.flag("available");
        drivers.report(JsonInput.driverId(driverId), position, available);
        return ErrorResponses.answer(
                200, new JsonObject().put("driver_id", driverId).put("available", available));
    }

    @GET
    @Path("/drivers/{id}/offers.json")
    public Response offers(@PathParam("id") String driverId) {
        JsonArray offers = new JsonArray();
        board.offers(JsonInput.driverId(driverId))
                .forEach(offer -> offers.add(LegacyJsonMapper.offer(offer)));
        return ErrorResponses.answer(200, new JsonObject().put("offers", offers));
    }

    @POST
    @Path("/calls/{id}/take.json")
    public Response take(@PathParam("id") String callId, String body) {
        return step(callId, body, dispatch::take);
    }

    @POST
    @Path("/calls/{id}/arrive.json")
    public Response arrive(@PathParam("id") String callId, String body) {
        return step(callId, body, dispatch::arrive);
    }

    @POST
    @Path("/calls/{id}/pick_up.json")
    public Response pickUp(@PathParam("id") String callId, String body) {
        return step(callId, body, dispatch::pickUp);
    }

    @POST
    @Path("/calls/{id}/complete.json")
    public Response complete(@PathParam("id") String callId, String body) {
        return step(callId, body, dispatch::complete);
    }

    @POST
    @Path("/calls/{id}/drop.json")
    public Response drop(@PathParam("id") String callId, String body) {
        return step(callId, body, dispatch::drop);
    }

    private Response step(String callId, String body, BiConsumer<String, String> step) {
        step.accept(callId, JsonInput.parse(body).driverId());
        return ErrorResponses.answer(200, LegacyJsonMapper.call(dispatch.get(callId)));
    }
}

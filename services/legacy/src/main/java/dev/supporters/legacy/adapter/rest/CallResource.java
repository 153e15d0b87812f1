package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.dispatch.CallList;
import dev.supporters.legacy.dispatch.GeneralDispatchService;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.report.GatewayClient;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Calls, for our own services and for operators. */
@Path("/api/v1")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CallResource {

    private final GeneralDispatchService dispatch;
    private final CallList list;
    private final GatewayClient gateway;

    CallResource(GeneralDispatchService dispatch, CallList list, GatewayClient gateway) {
        this.dispatch = dispatch;
        this.list = list;
        this.gateway = gateway;
    }

    @POST
    @Path("/calls.json")
    public Response submit(String body) {
        Submission submission = LegacyJsonMapper.submission(JsonInput.parse(body));
        boolean isNew = dispatch.submit(submission);
        return ErrorResponses.answer(
                isNew ? 201 : 200, LegacyJsonMapper.call(dispatch.get(submission.callId())));
    }

    @GET
    @Path("/calls.json")
    public Response list(
            @QueryParam("since") @DefaultValue("") String since,
            @QueryParam("page_size") @DefaultValue("") String pageSize,
            @QueryParam("page_token") @DefaultValue("") String pageToken) {
        CallList.Slice slice =
                list.slice(
                        ListInput.since(since),
                        ListInput.after(pageToken),
                        ListInput.size(pageSize));
        JsonArray calls = new JsonArray();
        slice.calls().forEach(call -> calls.add(LegacyJsonMapper.call(call)));
        return ErrorResponses.answer(
                200,
                new JsonObject()
                        .put("calls", calls)
                        .put("next_page_token", ListInput.nextToken(slice)));
    }

    @GET
    @Path("/calls/{id}.json")
    public Response get(@PathParam("id") String callId) {
        return ErrorResponses.answer(200, LegacyJsonMapper.call(dispatch.get(callId)));
    }

    @POST
    @Path("/calls/{id}/cancel.json")
    public Response cancel(@PathParam("id") String callId, String body) {
        dispatch.cancel(callId, JsonInput.parse(body).optionalText("customer_id", 100));
        return ErrorResponses.answer(200, LegacyJsonMapper.call(dispatch.get(callId)));
    }

    @POST
    @Path("/calls/dispatch_results.json")
    public Response result(String body) {
        var acceptance = LegacyJsonMapper.acceptance(JsonInput.parse(body));
        dispatch.accept(acceptance);
        return ErrorResponses.answer(200, LegacyJsonMapper.call(dispatch.get(acceptance.callId())));
    }

    @GET
    @Path("/calls/dispatch_results.json")
    public Response results() {
        JsonArray results = new JsonArray();
        dispatch.acceptances()
                .forEach(acceptance -> results.add(LegacyJsonMapper.acceptance(acceptance)));
        return ErrorResponses.answer(200, new JsonObject().put("results", results));
    }

    /** A supporter's legacy app refuses a command: the gateway's answer is ours. */
    @PUT
    @Path("/calls/{id}/reject.json")
    public Response reject(@PathParam("id") String callId, String body) {
        JsonInput input = JsonInput.parse(body);
        GatewayClient.GatewayAnswer answer =
                gateway.reject(JsonInput.callId(callId), input.driverId(), input.id("reason_code"));
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }
}

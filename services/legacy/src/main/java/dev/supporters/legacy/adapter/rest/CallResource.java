package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.dispatch.CallList;
import dev.supporters.legacy.dispatch.Dispatch;
import dev.supporters.legacy.dispatch.Submission;
import dev.supporters.legacy.report.Gateway;

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

    private final Dispatch dispatch;
    private final CallList list;
    private final Gateway gateway;

    CallResource(Dispatch dispatch, CallList list, Gateway gateway) {
        this.dispatch = dispatch;
        this.list = list;
        this.gateway = gateway;
    }

    @POST
    @Path("/calls.json")
    public Response submit(String body) {
        Submission submission = Json.submission(Input.parse(body));
        boolean isNew = dispatch.submit(submission);
        return Errors.answer(isNew ? 201 : 200, Json.call(dispatch.get(submission.callId())));
    }

    @GET
    @Path("/calls.json")
    public Response list(
            @QueryParam("since") @DefaultValue("") String since,
            @QueryParam("page_size") @DefaultValue("") String pageSize,
            @QueryParam("page_token") @DefaultValue("") String pageToken) {
        CallList.Page page =
                list.page(
                        PageInput.since(since),
                        PageInput.after(pageToken),
                        PageInput.size(pageSize));
        JsonArray calls = new JsonArray();
        page.calls().forEach(call -> calls.add(Json.call(call)));
        return Errors.answer(
                200,
                new JsonObject()
                        .put("calls", calls)
                        .put("next_page_token", PageInput.nextToken(page)));
    }

    @GET
    @Path("/calls/{id}.json")
    public Response get(@PathParam("id") String callId) {
        return Errors.answer(200, Json.call(dispatch.get(callId)));
    }

    @POST
    @Path("/calls/{id}/cancel.json")
    public Response cancel(@PathParam("id") String callId, String body) {
        dispatch.cancel(callId, Input.parse(body).optionalText("customer_id", 100));
        return Errors.answer(200, Json.call(dispatch.get(callId)));
    }

    @POST
    @Path("/calls/dispatch_results.json")
    public Response result(String body) {
        var result = Json.result(Input.parse(body));
        dispatch.result(result);
        return Errors.answer(200, Json.call(dispatch.get(result.callId())));
    }

    @GET
    @Path("/calls/dispatch_results.json")
    public Response results() {
        JsonArray results = new JsonArray();
        dispatch.results().forEach(result -> results.add(Json.result(result)));
        return Errors.answer(200, new JsonObject().put("results", results));
    }

    /** A supporter's legacy app refuses a command: the gateway's answer is ours. */
    @PUT
    @Path("/calls/{id}/reject.json")
    public Response reject(@PathParam("id") String callId, String body) {
        Input input = Input.parse(body);
        Gateway.Answer answer =
                gateway.reject(
                        Input.callId(callId), input.id("driver_id"), input.id("reason_code"));
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }
}

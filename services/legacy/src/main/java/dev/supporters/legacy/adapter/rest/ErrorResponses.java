package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.adapter.rest.JsonInput.InvalidInputException;
import dev.supporters.legacy.dispatch.DispatchConflict;
import dev.supporters.legacy.dispatch.GeneralDispatchService.UnknownCallException;
import dev.supporters.platform.refusal.Refusal;

import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Exceptions as responses. */
class ErrorResponses {

    @ServerExceptionMapper
    Response badInput(InvalidInputException bad) {
        return answer(
                400,
                new JsonObject()
                        .put("error", "invalid_argument")
                        .put("field", bad.field())
                        .put("found", bad.found())
                        .put("expected", bad.expected()));
    }

    @ServerExceptionMapper
    Response unknownCall(UnknownCallException unknown) {
        return answer(404, new JsonObject().put("error", "call_not_found"));
    }

    @ServerExceptionMapper
    Response conflict(DispatchConflict conflict) {
        int status = conflict.kind() == DispatchConflict.Kind.NOT_YOUR_REQUEST ? 403 : 409;
        return answer(status, new JsonObject().put("error", conflict.kind().label()));
    }

    /** The gateway does not answer. */
    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(503, new JsonObject().put("error", "gateway_unavailable"));
    }

    static Response answer(int status, JsonObject body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.encode())
                .build();
    }
}

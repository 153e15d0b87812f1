package dev.supporters.gateway.adapter.legacy;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.common.annotation.Blocking;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the legacy system's API that the gateway uses. */
@RegisterRestClient(configKey = "legacy")
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface LegacyApi {

    @POST
    @Path("/calls.json")
    void offer(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, LegacyCall call);

    @GET
    @Path("/calls/{id}.json")
    LegacyCall get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String callId);

    @POST
    @Path("/calls/{id}/cancel.json")
    void cancel(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") String callId,
            LegacyCancel cancel);

    @ClientExceptionMapper
    @Blocking
    static RuntimeException answered(Response response) {
        return new LegacyAnswer(
                response.getStatus(),
                response.getStatus() == 409 ? response.readEntity(LegacyError.class).error() : "");
    }
}

package dev.supporters.gateway.adapter.transcoding;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of REST in OpenAPI 3.1. It is made from the protos by a test, and committed. */
@Path("/openapi.json")
@RunOnVirtualThread
public class OpenApiResource {

    private static final String FILE = "/openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get() {
        try (InputStream document = OpenApiResource.class.getResourceAsStream(FILE)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

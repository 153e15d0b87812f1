package dev.supporters.gateway.adapter.transcoding;

import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.adapter.http.SchemaPolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of REST in OpenAPI 3.1, for whoever may read the schema of GraphQL. It is made from the protos by a test, and committed.
 */
@Path("/openapi.json")
@RunOnVirtualThread
public class OpenApiResource {

    private static final String FILE = "/openapi.json";

    private final SchemaPolicy readers;
    private final PrincipalProvider principals;

    OpenApiResource(SchemaPolicy readers, PrincipalProvider principals) {
        this.readers = readers;
        this.principals = principals;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get() {
        if (!readers.forAll() && !SchemaPolicy.admits(principals.get())) {
            throw SchemaPolicy.refusal();
        }
        try (InputStream document = OpenApiResource.class.getResourceAsStream(FILE)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.supporters.gateway.adapter.rest;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.security.ForbiddenException;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells whoever has a valid token, but not the role for a path, so. */
@Provider
public class ForbiddenExceptionMapper implements ExceptionMapper<ForbiddenException> {

    private final RefusalExceptionMapper refusals = new RefusalExceptionMapper();

    @Override
    public Response toResponse(ForbiddenException exception) {
        return refusals.toResponse(
                new Refusal(
                        ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                        "your roles",
                        "the role that this path is for"));
    }
}

package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import java.util.Optional;

/** The one table from a refusal to an HTTP answer. */
@Provider
public class RefusalExceptionMapper implements ExceptionMapper<Refusal> {

    private static final Logger LOG = Logger.getLogger(RefusalExceptionMapper.class);

    @Override
    public Response toResponse(Refusal refusal) {
        LOG.debugf("refused reason=%s", refusal.reasonName());
        Status.Code code = ErrorReasons.code(refusal.reason());
        RefusalBody body =
                new RefusalBody(
                        code.name(),
                        refusal.reasonName(),
                        ErrorReasons.retryable(refusal.reason()),
                        traceId(),
                        refusal.offending(),
                        refusal.expected());
        return Response.status(status(code))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private static Optional<String> traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
    }

    static int status(Status.Code code) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case FAILED_PRECONDITION, ABORTED, ALREADY_EXISTS -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case CANCELLED, UNKNOWN, INTERNAL, DATA_LOSS -> 500;
        };
    }

    /** A refusal, as the REST API tells it; without a trace id where nothing is traced. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RefusalBody(
            String code,
            String reason,
            boolean retryable,
            Optional<String> traceId,
            String offending,
            String expected) {}
}

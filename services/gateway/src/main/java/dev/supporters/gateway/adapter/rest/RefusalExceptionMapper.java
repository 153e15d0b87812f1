package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.supporters.gateway.adapter.http.HttpStatusMapper;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import java.util.Optional;

/** A refusal as the legacy system and those who download get it. */
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
        ResponseBuilder answer =
                Response.status(HttpStatusMapper.http(code))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(body);
        if (refusal.reason() == ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED) {
            answer.header(HttpHeaders.RETRY_AFTER, HttpStatusMapper.RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    private static Optional<String> traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
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

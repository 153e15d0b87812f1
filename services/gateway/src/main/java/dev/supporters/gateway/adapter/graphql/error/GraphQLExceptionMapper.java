package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.opentelemetry.api.trace.Span;

import org.jboss.logging.Logger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the answer says of a failure: a refusal as it is; of anything else, only that it is an internal fault. */
public final class GraphQLExceptionMapper {

    private static final Logger LOG = Logger.getLogger(GraphQLExceptionMapper.class);

    private GraphQLExceptionMapper() {}

    public static Refusal refusal(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
            cause = cause.getCause();
        }
        if (cause instanceof Refusal refusal) {
            LOG.debugf("refused reason=%s", refusal.reasonName());
            return refusal;
        }
        LOG.errorf(cause, "request failed traceId=%s", traceId());
        return internal();
    }

    /** A refusal as the extensions of a GraphQL error. */
    public static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", ErrorReasons.code(refusal.reason()).name());
        extensions.put("reason", refusal.reasonName());
        extensions.put("retryable", ErrorReasons.retryable(refusal.reason()));
        extensions.put("traceId", traceId());
        extensions.put("offending", refusal.offending());
        extensions.put("expected", refusal.expected());
        return extensions;
    }

    static Refusal internal() {
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }

    /** The id under which traces and logs contain the request. */
    private static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}

package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.jboss.logging.Logger;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the answer says of a failure: a refusal as it is; of anything else, only that it is an internal fault. */
public final class FailureMapper {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    private FailureMapper() {}

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
        LOG.errorf(cause, "request failed traceId=%s", RefusalMapper.traceId().orElse("none"));
        return internal();
    }

    public static Refusal internal() {
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }
}

package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.jboss.logging.Logger;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What of a failure may be told: a refusal as it is; of anything else, that it is a fault of ours. */
public final class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);

    private Faults() {}

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
        LOG.errorf(cause, "request failed traceId=%s", RefusalText.traceId());
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }
}

package dev.supporters.routing.results;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Tells the legacy system of each accepted call. Where a commission driver has it already, the supporter is freed. */
@ApplicationScoped
public class ResultTeller {

    private static final Logger LOG = Logger.getLogger(ResultTeller.class);

    private final LegacySystem legacy;
    private final Withdrawal withdrawal;

    public ResultTeller(LegacySystem legacy, Withdrawal withdrawal) {
        this.legacy = legacy;
        this.withdrawal = withdrawal;
    }

    public void tell(DispatchResult result) {
        switch (legacy.tell(result)) {
            case NOTED ->
                    LOG.debugf(
                            "result told callId=%s driverId=%s",
                            result.callId(), result.driverId());
            case TAKEN -> withdraw(result);
        }
    }

    private void withdraw(DispatchResult result) {
        LOG.infof(
                "call is with general dispatch; withdrawn callId=%s driverId=%s",
                result.callId(), result.driverId());
        try {
            withdrawal.withdraw(result);
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                throw refusal;
            }
            LOG.warnf(
                    "call has two drivers, one drives callId=%s driverId=%s",
                    result.callId(), result.driverId());
        }
    }
}

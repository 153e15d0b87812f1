package dev.supporters.routing.results;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.routing.RoutingConfig;
import dev.supporters.routing.results.LegacySystem.DispatchResult;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;

/** Tells the legacy system of each accepted call. Where a commission driver has it already, the supporter is freed. */
@ApplicationScoped
public class ResultTeller {

    private static final Logger LOG = Logger.getLogger(ResultTeller.class);

    private final LegacySystem legacy;
    private final Withdrawal withdrawal;
    private final RoutingConfig config;
    private final Clock clock;

    public ResultTeller(
            LegacySystem legacy, Withdrawal withdrawal, RoutingConfig config, Clock clock) {
        this.legacy = legacy;
        this.withdrawal = withdrawal;
        this.config = config;
        this.clock = clock;
    }

    /** Tells it, or finds that it is too old for that. */
    public boolean tell(DispatchResult result) {
        if (result.acceptTime().isBefore(clock.instant().minus(config.oldestResult()))) {
            return false;
        }
        switch (legacy.tell(result)) {
            case NOTED ->
                    LOG.debugf(
                            "result told callId=%s driverId=%s",
                            result.callId(), result.driverId());
            case TAKEN -> withdraw(result);
        }
        return true;
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

package dev.supporters.call.general;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Calls;
import dev.supporters.call.life.Path;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Hands calls of general dispatch to the legacy system, and takes those back that ended elsewhere. */
@ApplicationScoped
public class Handover {

    private static final Logger LOG = Logger.getLogger(Handover.class);

    private final Calls calls;
    private final LegacySystem legacy;

    public Handover(Calls calls, LegacySystem legacy) {
        this.calls = calls;
        this.legacy = legacy;
    }

    /** A call was sent to general dispatch, some time ago. */
    public void sent(String callId) {
        calls.find(callId)
                .filter(call -> wanted(call.value()))
                .ifPresent(call -> legacy.handOver(call.value()));
    }

    /**
     * A call ended. The legacy system may have one that we cancelled: the gateway hands calls over too, and a hand-over may have
     * been under way.
     */
    public void ended(String callId) {
        calls.find(callId)
                .filter(call -> unwanted(call.value()))
                .ifPresent(call -> takeBack(call.value()));
    }

    private void takeBack(Call call) {
        LegacySystem.Cancelling answer = legacy.cancel(call.id(), call.order().customerId());
        LOG.debugf("call taken back from legacy callId=%s answer=%s", call.id(), answer);
    }

    private static boolean wanted(Call call) {
        return call.path() == Path.GENERAL && !call.state().ended();
    }

    private static boolean unwanted(Call call) {
        return switch (call.state()) {
            case CallState.Cancelled s -> true;
            case CallState.Failed s -> call.path() != Path.GENERAL;
            case CallState.Requested s -> false;
            case CallState.Commanded s -> false;
            case CallState.General s -> false;
            case CallState.Accepted s -> false;
            case CallState.Arrived s -> false;
            case CallState.Driving s -> false;
            case CallState.Completed s -> false;
        };
    }
}

package dev.supporters.call.general;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState;
import dev.supporters.contract.CallId;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Hands calls of general dispatch to the legacy system, and takes those back that ended elsewhere. */
@ApplicationScoped
public class HandoverService {

    private static final Logger LOG = Logger.getLogger(HandoverService.class);

    private final CallRepository calls;
    private final GeneralDispatcher legacy;

    public HandoverService(CallRepository calls, GeneralDispatcher legacy) {
        this.calls = calls;
        this.legacy = legacy;
    }

    /** A call was sent to general dispatch, some time ago. */
    public void sent(CallId callId) {
        calls.find(callId)
                .filter(call -> wanted(call.value()))
                .ifPresent(call -> legacy.handOver(call.value()));
    }

    /**
     * A call ended. The legacy system may have one that we cancelled: the gateway hands calls over too, and a hand-over may still
     * arrive.
     */
    public void ended(CallId callId) {
        calls.find(callId)
                .filter(call -> unwanted(call.value()))
                .ifPresent(call -> takeBack(call.value()));
    }

    private void takeBack(Call call) {
        GeneralDispatcher.CancelOutcome outcome =
                legacy.cancel(call.id(), call.order().customerId());
        LOG.debugf("call taken back from legacy callId=%s outcome=%s", call.id(), outcome);
    }

    private static boolean wanted(Call call) {
        return call.path() == DispatchPath.GENERAL && !call.state().ended();
    }

    private static boolean unwanted(Call call) {
        return switch (call.state()) {
            case CallState.Cancelled s -> true;
            case CallState.Failed s -> call.path() != DispatchPath.GENERAL;
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

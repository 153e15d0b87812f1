package dev.supporters.call.path;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Takes customers' requests, and tells commander whether a call is still its command's. */
@ApplicationScoped
public class CallRequestService {

    private final CallRepository calls;
    private final RequestAdmission admission;
    private final DispatchService dispatch;
    private final Clock clock;

    public CallRequestService(
            CallRepository calls,
            RequestAdmission admission,
            DispatchService dispatch,
            Clock clock) {
        this.calls = calls;
        this.admission = admission;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Stores the call first, then finds its path; the same request again continues from the call's state. */
    public Versioned<Call> request(CallOrder order) {
        admission.admit(order);
        Versioned<Call> call = calls.create(Call.requested(order));
        if (!call.value().order().asksTheSameAs(order)) {
            throw CallRefusals.exists(order.callId());
        }
        return dispatch.dispatch(call);
    }

    /** Whether the command may be accepted: the call is still the command's, or becomes it now. */
    public boolean confirm(CallId callId, Command command) {
        return calls.change(callId, "", call -> PathRules.confirm(call, command, clock.instant()))
                .map(call -> PathRules.confirmed(call.value(), command.commandId()))
                .orElse(false);
    }
}

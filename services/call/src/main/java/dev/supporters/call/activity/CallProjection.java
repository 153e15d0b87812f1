package dev.supporters.call.activity;

import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.DispatchService;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Function call-projector: calls follow the events of commander. */
@ApplicationScoped
public class CallProjection {

    private static final Logger LOG = Logger.getLogger(CallProjection.class);

    private final CallRepository calls;
    private final DispatchService dispatch;
    private final CommandArbiter commander;

    private final FollowUpService followUps;

    public CallProjection(
            CallRepository calls,
            DispatchService dispatch,
            CommandArbiter commander,
            FollowUpService followUps) {
        this.calls = calls;
        this.dispatch = dispatch;
        this.commander = commander;
        this.followUps = followUps;
    }

    /** Applies an event, and does what follows from it, also if the event came before and the process died in between. */
    public void apply(String eventId, CommandEvent event) {
        calls.change(event.callId(), eventId, call -> CommandEventRules.apply(call, event))
                .ifPresent(call -> {
                    followUps.begin(call);
                    follow(call, event);
                });
    }

    private void follow(Versioned<Call> call, CommandEvent event) {
        switch (CommandEventRules.reaction(call.value(), event)) {
            case NOTHING -> {}
            case WITHDRAW -> withdraw(event);
            case DISPATCH -> dispatch.dispatch(call);
        }
    }

    private void withdraw(CommandEvent event) {
        try {
            commander.cancel(event.callId(), CancellationReason.CANCELLATION_REASON_WITHDRAWN);
            LOG.infof(
                    "command withdrawn callId=%s commandId=%s", event.callId(), event.commandId());
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                throw refusal;
            }
            LOG.warnf(
                    "command not withdrawn, the drive has begun callId=%s commandId=%s",
                    event.callId(), event.commandId());
        }
    }
}

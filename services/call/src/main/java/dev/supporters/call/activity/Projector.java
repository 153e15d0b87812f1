package dev.supporters.call.activity;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.Calls;
import dev.supporters.call.path.Commander;
import dev.supporters.call.path.PathFinder;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Function call-projector: lets calls follow what commander tells. */
@ApplicationScoped
public class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);

    private final Calls calls;
    private final PathFinder paths;
    private final Commander commander;

    public Projector(Calls calls, PathFinder paths, Commander commander) {
        this.calls = calls;
        this.paths = paths;
        this.commander = commander;
    }

    /** Applies an event, and does what follows from it, also if the event came before and the process died in between. */
    public void note(String eventId, Activity activity) {
        calls.change(activity.callId(), eventId, call -> ActivityRules.apply(call, activity))
                .ifPresent(call -> follow(call, activity));
    }

    private void follow(Versioned<Call> call, Activity activity) {
        switch (ActivityRules.followUp(call.value(), activity)) {
            case NOTHING -> {}
            case WITHDRAW -> withdraw(activity);
            case FIND_PATH -> paths.find(call);
        }
    }

    private void withdraw(Activity activity) {
        try {
            commander.cancel(activity.callId(), CancellationReason.CANCELLATION_REASON_WITHDRAWN);
            LOG.infof(
                    "command withdrawn callId=%s commandId=%s",
                    activity.callId(), activity.commandId());
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                throw refusal;
            }
            LOG.warnf(
                    "command not withdrawn, the drive has begun callId=%s commandId=%s",
                    activity.callId(), activity.commandId());
        }
    }
}

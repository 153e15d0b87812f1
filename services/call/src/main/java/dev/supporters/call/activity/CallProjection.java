package dev.supporters.call.activity;

import dev.supporters.call.activity.CommandEventRules.Reaction;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.DispatchService;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Function call-projector: calls follow the events of commander. */
@ApplicationScoped
public class CallProjection {

    private static final Logger LOG = Logger.getLogger(CallProjection.class);

    private final CallRepository calls;
    private final DispatchService dispatch;
    private final CommandArbiter commander;
    private final CallCommands history;
    private final FollowUpService followUps;

    public CallProjection(
            CallRepository calls,
            DispatchService dispatch,
            CommandArbiter commander,
            CallCommands history,
            FollowUpService followUps) {
        this.calls = calls;
        this.dispatch = dispatch;
        this.commander = commander;
        this.history = history;
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

    /**
     * Asks commander what became of the call's commands, and applies it: an event is lost, or has not come yet. Nothing else is done;
     * whoever asks decides about the call.
     */
    public Versioned<Call> catchUp(CallId callId) {
        return change(callId, history.of(List.of(callId)));
    }

    /** Whether what commander knows of a call's commands is news for it. */
    public static boolean news(Call call, List<CommandEvent> known) {
        Call after = CommandEventRules.applyAll(call, known).orElse(call);
        return !after.equals(call)
                || known.stream()
                        .anyMatch(event ->
                                CommandEventRules.reaction(after, event) == Reaction.WITHDRAW);
    }

    /** Applies what commander knows of a call's commands, and does what follows from it. */
    public void apply(CallId callId, List<CommandEvent> known) {
        Versioned<Call> after = change(callId, known);
        Set<Reaction> done = EnumSet.of(Reaction.ASK);
        known.stream()
                .filter(event -> done.add(reaction(after, event)))
                .forEach(event -> follow(after, event));
    }

    private Versioned<Call> change(CallId callId, List<CommandEvent> known) {
        Versioned<Call> after =
                calls.change(callId, "", call -> CommandEventRules.applyAll(call, known))
                        .orElseThrow(() -> CallRefusals.notFound(callId));
        followUps.begin(after);
        return after;
    }

    private void follow(Versioned<Call> call, CommandEvent event) {
        switch (reaction(call, event)) {
            case NOTHING -> {}
            case WITHDRAW -> withdraw(event);
            case ASK -> ask(event);
            case DISPATCH -> dispatch.dispatch(call);
        }
    }

    private void ask(CommandEvent event) {
        LOG.infof(
                "another command, commander is asked callId=%s commandId=%s",
                event.callId(), event.commandId());
        apply(event.callId(), history.of(List.of(event.callId())));
    }

    private static Reaction reaction(Versioned<Call> call, CommandEvent event) {
        return CommandEventRules.reaction(call.value(), event);
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

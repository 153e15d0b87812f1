package dev.supporters.call.path;

import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.DispatchReasons;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.call.path.PathDecision.ToGeneral;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Finds a call its path, at once. Whatever fails on the way leads to general dispatch; a command that was given nevertheless is
 * adopted, or withdrawn.
 */
@ApplicationScoped
public class DispatchService {

    private static final Logger LOG = Logger.getLogger(DispatchService.class);

    private final CallRepository calls;
    private final PathRouter router;
    private final CommandArbiter commander;
    private final FollowUpService followUps;
    private final Clock clock;

    public DispatchService(
            CallRepository calls,
            PathRouter router,
            CommandArbiter commander,
            FollowUpService followUps,
            Clock clock) {
        this.calls = calls;
        this.router = router;
        this.commander = commander;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Routes a call that has no path and is not held; any other is returned as it is. */
    public Versioned<Call> dispatch(Versioned<Call> call) {
        return call.value().state() instanceof Requested && call.value().hold().isEmpty()
                ? take(call, route(call))
                : call;
    }

    /** For a call that was left without a path: never routes, as somebody may have done so already. */
    public Versioned<Call> recover(Versioned<Call> call, boolean knownToLegacy) {
        PathDecision decision =
                knownToLegacy
                        ? new ToGeneral(DispatchReasons.CALL_UNAVAILABLE, List.of(), false)
                        : close(call.value().id(), DispatchReasons.ROUTING_UNAVAILABLE);
        return take(call, decision);
    }

    /** What routing decided about a call that is held. Whatever happened to the call in the meantime counts more. */
    public Versioned<Call> decided(Versioned<Call> held, PathDecision decision) {
        return take(held, closed(held.value().id(), decision));
    }

    /** A held call has waited long enough. A command that was given at the last moment is adopted. */
    public Versioned<Call> endHold(Versioned<Call> held) {
        return take(held, close(held.value().id(), DispatchReasons.NO_SUPPORTER));
    }

    /** Commander has given this command; a call without a path becomes the command's. */
    public Versioned<Call> adopt(Versioned<Call> call, Command command) {
        return take(call, new Assigned(command, List.of()));
    }

    private PathDecision route(Versioned<Call> call) {
        try {
            return closed(call.value().id(), router.route(call));
        } catch (Refusal refusal) {
            LOG.warnf("routing failed callId=%s cause=%s", call.id(), refusal.reasonName());
            return close(call.value().id(), DispatchReasons.ROUTING_UNAVAILABLE);
        }
    }

    /** Where commander did not answer routing, it may still give a command. */
    private PathDecision closed(CallId callId, PathDecision decision) {
        return decision instanceof ToGeneral general && !general.closed()
                ? close(callId, general.reason(), general.tags())
                : decision;
    }

    private PathDecision close(CallId callId, String reason) {
        return close(callId, reason, List.of());
    }

    private PathDecision close(CallId callId, String reason, List<String> tags) {
        try {
            Optional<PathDecision> adopted =
                    commander.closeCall(callId).map(command -> new Assigned(command, tags));
            return adopted.orElse(new ToGeneral(reason, tags, true));
        } catch (Refusal refusal) {
            // a command that commander may have given asks for confirmation before it is accepted
            LOG.warnf("call not closed callId=%s cause=%s", callId, refusal.reasonName());
            return new ToGeneral(reason, tags, false);
        }
    }

    private Versioned<Call> take(Versioned<Call> call, PathDecision decision) {
        CallId callId = call.value().id();
        Versioned<Call> after =
                calls.change(
                                callId,
                                "",
                                current -> PathRules.take(current, decision, clock.instant()))
                        .orElseThrow(() -> CallRefusals.notFound(callId));
        if (decision instanceof Assigned assigned
                && PathRules.obsolete(after.value(), assigned.command().commandId())) {
            withdraw(callId);
        }
        followUps.begin(after);
        return after;
    }

    private void withdraw(CallId callId) {
        try {
            commander.cancel(callId, CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        } catch (Refusal refusal) {
            // the command's event comes to the function call-projector, which tries again
            LOG.infof("command not withdrawn callId=%s cause=%s", callId, refusal.reasonName());
        }
    }
}

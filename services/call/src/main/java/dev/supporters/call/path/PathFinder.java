package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.Calls;
import dev.supporters.call.life.Reasons;
import dev.supporters.call.path.Decided.Assigned;
import dev.supporters.call.path.Decided.ToGeneral;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Finds a call its path, at once. Whatever fails on the way leads to general dispatch; a command that was given all the same is
 * adopted, or taken back.
 */
@ApplicationScoped
public class PathFinder {

    private static final Logger LOG = Logger.getLogger(PathFinder.class);

    private final Calls calls;
    private final Routing routing;
    private final Commander commander;
    private final Clock clock;

    public PathFinder(Calls calls, Routing routing, Commander commander, Clock clock) {
        this.calls = calls;
        this.routing = routing;
        this.commander = commander;
        this.clock = clock;
    }

    /** Routes a call that has no path; any other is answered as it stands. */
    public Versioned<Call> find(Versioned<Call> call) {
        return call.value().state() instanceof Requested ? take(call, route(call)) : call;
    }

    /** For a call that was left without a path: never routes, as somebody may have done so already. */
    public Versioned<Call> recover(Versioned<Call> call, boolean knownToLegacy) {
        Decided decided =
                knownToLegacy
                        ? new ToGeneral(Reasons.CALL_UNAVAILABLE, List.of())
                        : close(call.id());
        return take(call, decided);
    }

    private Decided route(Versioned<Call> call) {
        try {
            return routing.route(call);
        } catch (Refusal refusal) {
            LOG.warnf("routing failed callId=%s cause=%s", call.id(), refusal.reasonName());
            return close(call.id());
        }
    }

    private Decided close(String callId) {
        try {
            Optional<Decided> adopted =
                    commander.closeCall(callId).map(command -> new Assigned(command, List.of()));
            return adopted.orElse(new ToGeneral(Reasons.ROUTING_UNAVAILABLE, List.of()));
        } catch (Refusal refusal) {
            // a command that commander may have given asks for confirmation before it is accepted
            LOG.warnf("call not closed callId=%s cause=%s", callId, refusal.reasonName());
            return new ToGeneral(Reasons.ROUTING_UNAVAILABLE, List.of());
        }
    }

    private Versioned<Call> take(Versioned<Call> call, Decided decided) {
        Versioned<Call> after =
                calls.change(
                                call.id(),
                                "",
                                current -> PathRules.take(current, decided, clock.instant()))
                        .orElseThrow(() -> CallRefusals.notFound(call.id()));
        if (decided instanceof Assigned assigned
                && PathRules.stranded(after.value(), assigned.command().commandId())) {
            withdraw(call.id());
        }
        return after;
    }

    private void withdraw(String callId) {
        try {
            commander.cancel(callId, CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        } catch (Refusal refusal) {
            // the command's event comes to the projector, which tries again
            LOG.infof("command not withdrawn callId=%s cause=%s", callId, refusal.reasonName());
        }
    }
}

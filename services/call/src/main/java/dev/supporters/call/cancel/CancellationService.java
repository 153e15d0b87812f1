package dev.supporters.call.cancel;

import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.cancel.CancelRules.AskCommander;
import dev.supporters.call.cancel.CancelRules.AskLegacy;
import dev.supporters.call.cancel.CancelRules.Close;
import dev.supporters.call.cancel.CancelRules.Done;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.DispatchService;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Cancels calls: first asks the arbiter of the call's path, then writes. */
@ApplicationScoped
public class CancellationService {

    private static final int ATTEMPTS = 5;

    private final CallRepository calls;
    private final CommandArbiter commander;
    private final GeneralDispatcher legacy;
    private final CallProjection projection;
    private final DispatchService dispatch;
    private final FollowUpService followUps;
    private final Clock clock;

    public CancellationService(
            CallRepository calls,
            CommandArbiter commander,
            GeneralDispatcher legacy,
            CallProjection projection,
            DispatchService dispatch,
            FollowUpService followUps,
            Clock clock) {
        this.calls = calls;
        this.commander = commander;
        this.legacy = legacy;
        this.projection = projection;
        this.dispatch = dispatch;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * Cancels.
     *
     * @param customerId who cancels; empty for an operator
     */
    public Versioned<Call> cancel(CallId callId, String customerId) {
        Versioned<Call> call = found(callId);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CancelRules.Plan plan = CancelRules.plan(call.value(), customerId);
            Answer answer = ask(plan, call);
            call =
                    answer == Answer.ELSEWHERE
                            ? found(callId)
                            : written(callId, plan, customerId, answer);
            if (call.value().state() instanceof Cancelled) {
                followUps.begin(call);
                return call;
            }
        }
        throw new Refusal(
                ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                "call " + callId + " keeps changing",
                "a call that does not change for a moment");
    }

    /** What the arbiter says. */
    private enum Answer {
        /** The call may be cancelled. */
        AGREED,
        /** The same, and the legacy system has cancelled it. */
        TAKEN_BACK,
        /** The call is not where it thought to be; it has heard now where it is. */
        ELSEWHERE
    }

    private Versioned<Call> written(
            CallId callId, CancelRules.Plan plan, String customerId, Answer answer) {
        Instant now = clock.instant();
        return calls.change(
                        callId,
                        "",
                        current ->
                                current.state() instanceof Cancelled
                                        ? Optional.empty()
                                        : CancelRules.carryOut(plan, current, customerId, now)
                                                .map(next ->
                                                        answer == Answer.TAKEN_BACK
                                                                ? next.acknowledged(
                                                                        Kind.TAKE_BACK, now)
                                                                : next))
                .orElseThrow(() -> CallRefusals.notFound(callId));
    }

    private Answer ask(CancelRules.Plan plan, Versioned<Call> call) {
        return switch (plan) {
            case Done p -> Answer.AGREED;
            case Close p -> close(call);
            case AskCommander p -> askCommander(call, reason(p.by()));
            case AskLegacy p -> askLegacy(call.value());
        };
    }

    /** A command that is live belongs to the call: then it is cancelled like one that was known. */
    private Answer close(Versioned<Call> call) {
        Optional<Command> live = commander.closeCall(call.value().id());
        live.ifPresent(command -> dispatch.adopt(call, command));
        return live.isPresent() ? Answer.ELSEWHERE : Answer.AGREED;
    }

    /** If commander has freed nobody, the command has ended before: the call may have been driven. */
    private Answer askCommander(Versioned<Call> call, CancellationReason reason) {
        CallId callId = call.value().id();
        if (commander.cancel(callId, reason)) {
            return Answer.AGREED;
        }
        return projection.catchUp(callId).version() == call.version()
                ? Answer.AGREED
                : Answer.ELSEWHERE;
    }

    /** One that the legacy system does not know it may still get. */
    private Answer askLegacy(Call call) {
        return switch (legacy.cancel(call.id(), call.order().customerId())) {
            case CANCELLED -> Answer.TAKEN_BACK;
            case UNKNOWN -> Answer.AGREED;
            case PICKED_UP -> throw CallRefusals.pickedUp(call.id());
            case ENDED -> throw CallRefusals.ended(call);
        };
    }

    private Versioned<Call> found(CallId callId) {
        return calls.find(callId).orElseThrow(() -> CallRefusals.notFound(callId));
    }

    private static CancellationReason reason(Canceller by) {
        return switch (by) {
            case CUSTOMER -> CancellationReason.CANCELLATION_REASON_CUSTOMER;
            case OPERATOR -> CancellationReason.CANCELLATION_REASON_OPERATOR;
        };
    }
}

package dev.supporters.call.cancel;

import dev.supporters.call.cancel.CancelRules.AskCommander;
import dev.supporters.call.cancel.CancelRules.AskLegacy;
import dev.supporters.call.cancel.CancelRules.AtOnce;
import dev.supporters.call.cancel.CancelRules.Done;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.path.CommandArbiter;
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
    private final FollowUpService followUps;
    private final Clock clock;

    public CancellationService(
            CallRepository calls,
            CommandArbiter commander,
            GeneralDispatcher legacy,
            FollowUpService followUps,
            Clock clock) {
        this.calls = calls;
        this.commander = commander;
        this.legacy = legacy;
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
            boolean takenBack = ask(plan, call.value());
            call = written(callId, plan, customerId, takenBack);
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

    private Versioned<Call> written(
            CallId callId, CancelRules.Plan plan, String customerId, boolean takenBack) {
        Instant now = clock.instant();
        return calls.change(
                        callId,
                        "",
                        current ->
                                current.state() instanceof Cancelled
                                        ? Optional.empty()
                                        : CancelRules.carryOut(plan, current, customerId, now)
                                                .map(next ->
                                                        takenBack
                                                                ? next.acknowledged(
                                                                        Kind.TAKE_BACK, now)
                                                                : next))
                .orElseThrow(() -> CallRefusals.notFound(callId));
    }

    /** True if the legacy system has cancelled the call; if it does not know it, it may still get it. */
    private boolean ask(CancelRules.Plan plan, Call call) {
        switch (plan) {
            case Done p -> {}
            case AtOnce p -> {}
            case AskCommander p -> commander.cancel(call.id(), reason(p.by()));
            case AskLegacy p -> {
                return askLegacy(call);
            }
        }
        return false;
    }

    private boolean askLegacy(Call call) {
        return switch (legacy.cancel(call.id(), call.order().customerId())) {
            case CANCELLED -> true;
            case UNKNOWN -> false;
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

package dev.supporters.call.cancel;

import dev.supporters.call.cancel.CancelPlan.AskCommander;
import dev.supporters.call.cancel.CancelPlan.AskLegacy;
import dev.supporters.call.cancel.CancelPlan.AtOnce;
import dev.supporters.call.cancel.CancelPlan.Done;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Canceller;

import java.time.Instant;
import java.util.Optional;

/** Who may cancel a call when, and who has to be asked first. */
final class CancelRules {

    private CancelRules() {}

    /**
     * Plans.
     *
     * @param customerId who cancels; empty for an operator
     */
    static CancelPlan plan(Call call, String customerId) {
        boolean operator = customerId.isEmpty();
        boolean allowed = operator || customerId.equals(call.order().customerId());
        Canceller by = operator ? Canceller.OPERATOR : Canceller.CUSTOMER;
        return switch (call.state()) {
            case CallState.Completed s -> throw CallRefusals.ended(call);
            case CallState.Failed s -> throw CallRefusals.ended(call);
            case CallState.Cancelled s when s.by() == by && allowed -> new Done();
            case CallState.Cancelled s -> throw CallRefusals.ended(call);
            case CallState.Driving s -> throw CallRefusals.pickedUp(call.id());
            case CallState.Requested s -> permitted(new AtOnce(by), allowed, customerId);
            case CallState.Commanded s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.General s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.Accepted s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.Arrived s -> permitted(arbiter(call, by), allowed, customerId);
        };
    }

    /** Cancels if the call stands where the plan was made for; empty if it has moved on. */
    static Optional<Call> carryOut(CancelPlan plan, Call call, String customerId, Instant now) {
        if (!plan(call, customerId).equals(plan)) {
            return Optional.empty();
        }
        return switch (plan) {
            case Done p -> Optional.empty();
            case AtOnce p -> Optional.of(call.cancelled(p.by(), now));
            case AskCommander p -> Optional.of(call.cancelled(p.by(), now));
            case AskLegacy p -> Optional.of(call.cancelled(p.by(), now));
        };
    }

    private static CancelPlan arbiter(Call call, Canceller by) {
        String commandId = call.commandId();
        return commandId.isEmpty() ? new AskLegacy(by) : new AskCommander(by, commandId);
    }

    private static CancelPlan permitted(CancelPlan plan, boolean allowed, String customerId) {
        if (!allowed) {
            throw CallRefusals.notYours(customerId);
        }
        return plan;
    }
}

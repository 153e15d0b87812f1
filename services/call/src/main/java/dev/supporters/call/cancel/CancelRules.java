package dev.supporters.call.cancel;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Canceller;

import java.time.Instant;
import java.util.Optional;

/** Who may cancel a call when, and who has to be asked first. */
final class CancelRules {

    private CancelRules() {}

    /** What cancelling a call needs, in the call's state. */
    sealed interface Plan {}

    /** The same party has cancelled it already. */
    record Done() implements Plan {}

    /** Commander must give no command for it any more; it may have given one of which the call does not know yet. */
    record Close(Canceller by) implements Plan {}

    /** Commander is the arbiter. */
    record AskCommander(Canceller by, String commandId) implements Plan {}

    /** The legacy system is the arbiter. */
    record AskLegacy(Canceller by) implements Plan {}

    /**
     * What cancelling needs now.
     *
     * @param customerId who cancels; empty for an operator
     */
    static Plan plan(Call call, String customerId) {
        boolean operator = customerId.isEmpty();
        boolean allowed = operator || customerId.equals(call.order().customerId());
        Canceller by = operator ? Canceller.OPERATOR : Canceller.CUSTOMER;
        return switch (call.state()) {
            case CallState.Completed s -> throw CallRefusals.ended(call);
            case CallState.Failed s -> throw CallRefusals.ended(call);
            case CallState.Cancelled s when s.by() == by && allowed -> new Done();
            case CallState.Cancelled s -> throw CallRefusals.ended(call);
            case CallState.Driving s -> throw CallRefusals.pickedUp(call.id());
            case CallState.Requested s -> permitted(new Close(by), allowed, customerId);
            case CallState.Commanded s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.General s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.Accepted s -> permitted(arbiter(call, by), allowed, customerId);
            case CallState.Arrived s -> permitted(arbiter(call, by), allowed, customerId);
        };
    }

    /** Cancels if the plan still fits the call; empty if the call has changed since. */
    static Optional<Call> carryOut(Plan plan, Call call, String customerId, Instant now) {
        if (!plan(call, customerId).equals(plan)) {
            return Optional.empty();
        }
        return switch (plan) {
            case Done p -> Optional.empty();
            case Close p -> Optional.of(call.cancelled(p.by(), now));
            case AskCommander p -> Optional.of(call.cancelled(p.by(), now));
            case AskLegacy p -> Optional.of(call.cancelled(p.by(), now));
        };
    }

    private static Plan arbiter(Call call, Canceller by) {
        String commandId = call.commandId();
        return commandId.isEmpty() ? new AskLegacy(by) : new AskCommander(by, commandId);
    }

    private static Plan permitted(Plan plan, boolean allowed, String customerId) {
        if (!allowed) {
            throw CallRefusals.notYours(customerId);
        }
        return plan;
    }
}

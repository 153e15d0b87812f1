package dev.supporters.call.cancel;

import dev.supporters.call.life.Canceller;

/** What cancelling a call takes, where it stands now. */
sealed interface CancelPlan {

    /** It is cancelled by the same already. */
    record Done() implements CancelPlan {}

    /** Nobody else has to be asked. */
    record AtOnce(Canceller by) implements CancelPlan {}

    /** Commander is the arbiter. */
    record AskCommander(Canceller by, String commandId) implements CancelPlan {}

    /** The legacy system is the arbiter. */
    record AskLegacy(Canceller by) implements CancelPlan {}
}

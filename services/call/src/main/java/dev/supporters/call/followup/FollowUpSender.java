package dev.supporters.call.followup;

import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.PathRules;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/** Tells the legacy system and commander what they must know of a call, if they still must. */
@ApplicationScoped
public class FollowUpSender {

    private static final Logger LOG = Logger.getLogger(FollowUpSender.class);

    private final GeneralDispatcher legacy;
    private final CommandArbiter commander;

    public FollowUpSender(GeneralDispatcher legacy, CommandArbiter commander) {
        this.legacy = legacy;
        this.commander = commander;
    }

    SendResult send(Call call, Kind kind) {
        try {
            switch (kind) {
                case HAND_OVER -> handOver(call);
                case TAKE_BACK -> takeBack(call);
                case CLOSE -> close(call);
            }
            return new SendResult.Delivered();
        } catch (UnexpectedAnswer answer) {
            return new SendResult.Declined(answer.offending());
        } catch (Refusal refusal) {
            return ErrorReasons.failure(refusal.reason())
                    ? new SendResult.Unanswered(refusal.reasonName())
                    : new SendResult.Declined(refusal.offending());
        } catch (RuntimeException fault) {
            // a fault of ours with this call keeps no other call from being told
            LOG.errorf(fault, "follow-up broke callId=%s kind=%s", call.id(), kind);
            return new SendResult.Declined("fault " + fault.getClass().getSimpleName());
        }
    }

    /** Whether the legacy system must not offer the call. */
    static boolean unwanted(Call call) {
        return switch (call.state()) {
            case CallState.Cancelled s -> true;
            case CallState.Failed s -> call.path() != DispatchPath.GENERAL;
            case CallState.Requested s -> false;
            case CallState.Commanded s -> false;
            case CallState.General s -> false;
            case CallState.Accepted s -> false;
            case CallState.Arrived s -> false;
            case CallState.Driving s -> false;
            case CallState.Completed s -> false;
        };
    }

    private void handOver(Call call) {
        if (call.path() == DispatchPath.GENERAL && !call.state().ended()) {
            legacy.handOver(call);
        }
    }

    private void takeBack(Call call) {
        if (unwanted(call)) {
            GeneralDispatcher.CancelOutcome outcome =
                    legacy.cancel(call.id(), call.order().customerId());
            LOG.debugf("call taken back from legacy callId=%s outcome=%s", call.id(), outcome);
        }
    }

    /** A command that was given before is taken from its driver, unless the call is the command's. */
    private void close(Call call) {
        Optional<Command> command = commander.closeCall(call.id());
        if (command.isPresent() && PathRules.obsolete(call, command.get().commandId())) {
            withdraw(call);
        }
    }

    private void withdraw(Call call) {
        try {
            commander.cancel(call.id(), CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                throw refusal;
            }
            LOG.warnf("command not withdrawn, the drive has begun callId=%s", call.id());
        }
    }
}

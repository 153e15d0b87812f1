package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest commands that have left a slot, newest last. With it a repeated answer gets the same result as the first one.
 */
public record DecidedCommands(List<DecidedCommand> all) {

    public static final DecidedCommands NONE = new DecidedCommands(List.of());

    static final int REMEMBERED = 20;

    public DecidedCommands {
        all = List.copyOf(all);
    }

    /**
     * A command that has left its slot, and its outcome.
     *
     * @param endTime when it left; empty for one that left before this was kept
     */
    public record DecidedCommand(
            String commandId, CallId callId, Outcome outcome, Optional<Instant> endTime) {

        public DecidedCommand {
            requireNonNull(commandId);
            requireNonNull(callId);
            requireNonNull(outcome);
            requireNonNull(endTime);
        }

        /** One of which nobody knows when it left. */
        public DecidedCommand(String commandId, CallId callId, Outcome outcome) {
            this(commandId, callId, outcome, Optional.empty());
        }
    }

    /** How a command was decided; each has exactly one outcome. */
    public sealed interface Outcome {

        /**
         * Accepted, by the driver or by silence.
         *
         * @param completed whether its drive was completed; false while it lasts, and when it was cancelled
         * @param cancelled why it was cancelled; UNSPECIFIED if it was not, and if it was before this was kept
         */
        record Accepted(boolean completed, CancellationReason cancelled) implements Outcome {

            public Accepted(boolean completed) {
                this(completed, CancellationReason.CANCELLATION_REASON_UNSPECIFIED);
            }
        }

        /**
         * Refused by the driver.
         *
         * @param consequence what happens to the call; UNSPECIFIED if it was refused before this was kept
         */
        record Refused(RefusalReason reason, String comment, RefusalConsequence consequence)
                implements Outcome {

            public Refused(RefusalReason reason, String comment) {
                this(reason, comment, RefusalConsequence.REFUSAL_CONSEQUENCE_UNSPECIFIED);
            }
        }

        /** Cancelled before it was accepted. */
        record Cancelled(CancellationReason reason) implements Outcome {}
    }

    DecidedCommands plus(DecidedCommand decided) {
        List<DecidedCommand> next = new ArrayList<>(all);
        next.add(decided);
        return new DecidedCommands(
                next.subList(Math.max(0, next.size() - REMEMBERED), next.size()));
    }

    Optional<DecidedCommand> newest(CommandKey key) {
        return all.reversed().stream().filter(key::matches).findFirst();
    }

    Optional<DecidedCommand> newest(CallId callId) {
        return all.reversed().stream()
                .filter(decided -> decided.callId().equals(callId))
                .findFirst();
    }

    boolean refused(CallId callId) {
        return all.stream()
                .anyMatch(decided ->
                        decided.callId().equals(callId)
                                && decided.outcome() instanceof Outcome.Refused);
    }
}

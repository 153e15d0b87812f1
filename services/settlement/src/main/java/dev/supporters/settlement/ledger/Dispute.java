package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a driver said against a statement, and what came of it.
 *
 * @param number 1 for the statement's first
 * @param requestId of the request that opened it
 */
public record Dispute(
        int number, String requestId, String text, Instant openTime, Optional<Closing> closing) {

    public Dispute {
        requireNonNull(requestId);
        requireNonNull(text);
        requireNonNull(openTime);
        requireNonNull(closing);
    }

    /** How a dispute ended. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * The end of a dispute.
     *
     * @param answer what the driver was told; empty if withdrawn
     * @param adjusted what was granted, in the minor unit; 0 if nothing
     */
    public record Closing(
            Outcome outcome,
            String requestId,
            String answer,
            String actor,
            long adjusted,
            Instant time) {

        public Closing {
            requireNonNull(outcome);
            requireNonNull(requestId);
            requireNonNull(answer);
            requireNonNull(actor);
            requireNonNull(time);
        }

        /** Whether it says the same, whenever that was. */
        boolean matches(Closing other) {
            return outcome == other.outcome()
                    && answer.equals(other.answer())
                    && actor.equals(other.actor())
                    && adjusted == other.adjusted();
        }
    }

    boolean isOpen() {
        return closing.isEmpty();
    }

    Dispute closed(Closing end) {
        return new Dispute(number, requestId, text, openTime, Optional.of(end));
    }

    /** For how long it has been open, or was. */
    Duration age(Instant now) {
        return Duration.between(openTime, closing.map(Closing::time).orElse(now));
    }

    /** A dispute's id: the shift and a number. Ids of shifts have no slash, as ids of drivers have none. */
    public record Id(WorkId workId, int number) {

        private static final char SEPARATOR = '/';

        /** Refused: DISPUTE_NOT_FOUND, if no dispute has such an id. */
        public static Id of(String text) {
            int end = text.lastIndexOf(SEPARATOR);
            try {
                return new Id(
                        WorkId.ofStored(text.substring(0, Math.max(0, end))),
                        Integer.parseInt(text.substring(end + 1)));
            } catch (NumberFormatException | Refusal e) {
                throw notFound(text);
            }
        }

        Refusal notFound() {
            return notFound(toString());
        }

        private static Refusal notFound(String id) {
            return new Refusal(
                    ErrorReason.ERROR_REASON_DISPUTE_NOT_FOUND,
                    "dispute_id: " + id,
                    "the id of a dispute of the driver");
        }

        @Override
        public String toString() {
            return workId.value() + SEPARATOR + number;
        }
    }
}

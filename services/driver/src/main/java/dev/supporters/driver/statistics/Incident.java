package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An accident or a fine, as an operator has entered it. It is not changed; one that was entered by mistake is revoked.
 *
 * @param number 1 for the day's first
 */
public record Incident(
        int number,
        Kind kind,
        String note,
        String actor,
        String requestId,
        Instant time,
        Optional<Revocation> revocation) {

    public Incident {
        requireNonNull(kind);
        requireNonNull(note);
        requireNonNull(actor);
        requireNonNull(requestId);
        requireNonNull(time);
        requireNonNull(revocation);
    }

    /** What it was. */
    public enum Kind {
        ACCIDENT,
        FINE
    }

    /** That it does not count, and why. */
    public record Revocation(String reason, String actor, Instant time) {

        public Revocation {
            requireNonNull(reason);
            requireNonNull(actor);
            requireNonNull(time);
        }
    }

    boolean counts() {
        return revocation.isEmpty();
    }

    Incident revoked(Revocation end) {
        return new Incident(number, kind, note, actor, requestId, time, Optional.of(end));
    }

    /** An incident's id: the day and a number. */
    public record Id(DriverDay.Key day, int number) {

        private static final int PARTS = 4;

        /** Refused: INCIDENT_NOT_FOUND, if no incident has such an id. */
        public static Id of(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != PARTS) {
                throw notFound(text);
            }
            try {
                return new Id(
                        new DriverDay.Key(
                                new DriverId(parts[0]),
                                Products.parse(parts[1]),
                                LocalDate.parse(parts[2])),
                        Integer.parseInt(parts[3]));
            } catch (DateTimeException | IllegalArgumentException | Refusal e) {
                throw notFound(text);
            }
        }

        Refusal notFound() {
            return notFound(toString());
        }

        private static Refusal notFound(String id) {
            return new Refusal(
                    ErrorReason.ERROR_REASON_INCIDENT_NOT_FOUND,
                    "incident_id: " + id,
                    "the id of an incident");
        }

        @Override
        public String toString() {
            return day.id() + "/" + number;
        }
    }
}

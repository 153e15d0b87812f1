package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.work.shift.Shift.EndReason;

import java.time.Instant;
import java.util.Optional;

/**
 * What a driver has asked for, or what the removal of the driver from the group asks for. It is part of the shift before commander is asked, so that it is finished also if the answer of commander
 * comes late or never.
 *
 * @param requestId of the driver's request, or of the event that told of the removal
 * @param time when it was asked for; the rest begins, or the shift ends, then
 */
public record Asked(Kind kind, String requestId, Instant time) {

    public Asked {
        requireNonNull(kind);
        requireNonNull(requestId);
        requireNonNull(time);
    }

    /** What can be asked for. */
    public enum Kind {
        REST,
        END,
        /** The driver is no member of the group any more. */
        REMOVAL;

        /** Under what the store remembers that a request was carried out. */
        String cause(String requestId) {
            return switch (this) {
                case REST -> "rest/" + requestId;
                case END -> "end/" + requestId;
                case REMOVAL -> "removal/" + requestId;
            };
        }

        /** Why a shift ends that this ends; empty for a rest. */
        Optional<EndReason> endReason() {
            return switch (this) {
                case REST -> Optional.empty();
                case END -> Optional.of(EndReason.DRIVER);
                case REMOVAL -> Optional.of(EndReason.REMOVED);
            };
        }
    }

    String cause() {
        return kind.cause(requestId);
    }
}

package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.store.RequestCause;
import dev.supporters.work.shift.Shift.EndReason;

import java.time.Instant;
import java.util.Optional;

/**
 * What a driver has asked for, or what the removal of the driver from the group or the activity mode asks for. It is part of the shift before commander is asked, so that it is finished also if the answer of commander
 * comes late or never.
 *
 * @param requestId of the driver's request, or of the event that told of the removal or of the mode
 * @param time when it was asked for; the rest begins or ends, or the shift ends, then
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
        REMOVAL,
        /** The activity mode is OFF: the driver rests from then on, or from the end of the drive on. */
        SWITCHED_OFF,
        /** The activity mode was ON again before the rest that it asked for could begin, so that rest is over. */
        SWITCHED_ON;

        /** Under what the store remembers that a request was carried out; empty where the shift's state says whether it was. */
        String cause(String requestId) {
            return switch (this) {
                case REST -> RequestCause.withoutBody("rest/" + requestId);
                case END -> RequestCause.withoutBody("end/" + requestId);
                case REMOVAL -> "removal/" + requestId;
                case SWITCHED_OFF, SWITCHED_ON -> "";
            };
        }

        /** Whether the activity mode asks for it; what others ask for goes first. */
        boolean ofMode() {
            return this == SWITCHED_OFF || this == SWITCHED_ON;
        }

        /** Why a shift ends that this ends; empty where it goes on. */
        Optional<EndReason> endReason() {
            return switch (this) {
                case REST, SWITCHED_OFF, SWITCHED_ON -> Optional.empty();
                case END -> Optional.of(EndReason.DRIVER);
                case REMOVAL -> Optional.of(EndReason.REMOVED);
            };
        }
    }

    String cause() {
        return kind.cause(requestId);
    }
}

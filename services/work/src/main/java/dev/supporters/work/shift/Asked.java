package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a driver has asked for. It is part of the shift before commander is asked, so that it is finished also if the answer of commander
 * comes late or never.
 *
 * @param time when the driver asked; the rest begins, or the shift ends, then
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
        END;

        /** Under what the store remembers that a request was carried out. */
        String cause(String requestId) {
            return switch (this) {
                case REST -> "rest/" + requestId;
                case END -> "end/" + requestId;
            };
        }
    }

    String cause() {
        return kind.cause(requestId);
    }
}

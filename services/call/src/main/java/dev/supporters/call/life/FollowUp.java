package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** Something that another part must be told because of what a call became, and how far that is. */
public record FollowUp(Kind kind, Status status) {

    public FollowUp {
        requireNonNull(kind);
        requireNonNull(status);
    }

    /** What must be told. Telling it again changes nothing. */
    public enum Kind {
        /** The legacy system gets the call for general dispatch. */
        HAND_OVER,
        /** The legacy system, if it has the call, no longer offers it. */
        TAKE_BACK,
        /** Commander gives no command for the call any more. */
        CLOSE
    }

    /** How far it is. */
    public sealed interface Status {}

    /**
     * Not told yet.
     *
     * @param since when it became necessary
     * @param attempts how often the other part answered, and did not take it
     * @param due when it is to be told, or was tried the last time
     */
    public record NotTold(Instant since, int attempts, Instant due) implements Status {

        public NotTold {
            requireNonNull(since);
            requireNonNull(due);
        }

        /** Somebody tries it now. */
        public NotTold tried(Instant now) {
            return new NotTold(since, attempts, now);
        }

        /** The other part has answered, and did not take it; tried again after the pause. */
        public NotTold refused(Instant now, Duration pause) {
            return new NotTold(since, attempts + 1, now.plus(pause));
        }
    }

    /** The other part has taken it. */
    public record Acknowledged(Instant time) implements Status {

        public Acknowledged {
            requireNonNull(time);
        }
    }

    /**
     * Given up until an operator releases it.
     *
     * @param since when it was given up
     * @param reason what the other part answered last; never a customer's data
     */
    public record Parked(Instant since, int attempts, String reason) implements Status {

        public Parked {
            requireNonNull(since);
            requireNonNull(reason);
        }
    }

    /** A new one, to be told now. */
    public static FollowUp pending(Kind kind, Instant now) {
        return new FollowUp(kind, new NotTold(now, 0, now));
    }
}

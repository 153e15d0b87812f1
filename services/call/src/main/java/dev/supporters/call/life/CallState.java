package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.Nobody;
import dev.supporters.call.life.Assignee.Ride;

import java.time.Instant;
import java.util.Optional;

/** The state of a call. */
public sealed interface CallState {

    /** Stored; no path chosen. It may wait for a supporter. */
    record Requested(Optional<Hold> hold) implements CallState {

        public Requested {
            requireNonNull(hold);
        }

        /** Not waiting for a supporter: somebody is finding the path. */
        public Requested() {
            this(Optional.empty());
        }
    }

    /** A wait for a supporter, as none was free. After its end the call goes to general dispatch. */
    record Hold(Instant since, Instant until) {

        public Hold {
            requireNonNull(since);
            requireNonNull(until);
        }
    }

    /** Commanded to a supporter. */
    record Commanded(Command command) implements CallState {

        public Commanded {
            requireNonNull(command);
        }
    }

    /**
     * With general dispatch, no driver yet.
     *
     * @param dropTime when a driver gave it back, as general dispatch said; empty if none has
     */
    record General(Optional<Instant> dropTime) implements CallState {

        public General {
            requireNonNull(dropTime);
        }

        /** Offered for the first time. */
        public General() {
            this(Optional.empty());
        }
    }

    /** A driver is on the way. */
    record Accepted(Ride ride) implements CallState {

        public Accepted {
            requireNonNull(ride);
        }
    }

    /** The driver is with the customer. */
    record Arrived(Ride ride) implements CallState {

        public Arrived {
            requireNonNull(ride);
        }
    }

    /** Being driven. */
    record Driving(Ride ride) implements CallState {

        public Driving {
            requireNonNull(ride);
        }
    }

    /** Ended: driven. */
    record Completed(Ride ride, Instant endTime) implements CallState {

        public Completed {
            requireNonNull(ride);
            requireNonNull(endTime);
        }
    }

    /** Ended: cancelled. */
    record Cancelled(Assignee last, Canceller by, Instant endTime) implements CallState {

        public Cancelled {
            requireNonNull(last);
            requireNonNull(by);
            requireNonNull(endTime);
        }
    }

    /** Ended: nobody drives it. */
    record Failed(Assignee last, Failure why, Instant endTime) implements CallState {

        public Failed {
            requireNonNull(last);
            requireNonNull(why);
            requireNonNull(endTime);
        }
    }

    /** Who cancelled a call. */
    enum Canceller {
        CUSTOMER,
        OPERATOR
    }

    /** Why nobody drives a call. */
    enum Failure {
        /** Its supporter refused, and the policy fails such calls. */
        REFUSED,
        /** General dispatch found nobody. */
        UNSERVED
    }

    /** The states' names, for the store, for filters and for metrics. */
    enum Kind {
        REQUESTED,
        COMMANDED,
        GENERAL,
        ACCEPTED,
        ARRIVED,
        DRIVING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    default Kind kind() {
        return switch (this) {
            case Requested s -> Kind.REQUESTED;
            case Commanded s -> Kind.COMMANDED;
            case General s -> Kind.GENERAL;
            case Accepted s -> Kind.ACCEPTED;
            case Arrived s -> Kind.ARRIVED;
            case Driving s -> Kind.DRIVING;
            case Completed s -> Kind.COMPLETED;
            case Cancelled s -> Kind.CANCELLED;
            case Failed s -> Kind.FAILED;
        };
    }

    default boolean ended() {
        return switch (this) {
            case Requested s -> false;
            case Commanded s -> false;
            case General s -> false;
            case Accepted s -> false;
            case Arrived s -> false;
            case Driving s -> false;
            case Completed s -> true;
            case Cancelled s -> true;
            case Failed s -> true;
        };
    }

    /** Who has it, or had it when it ended. */
    default Assignee assignee() {
        return switch (this) {
            case Requested s -> new Nobody();
            case Commanded s -> s.command();
            case General s -> new Nobody();
            case Accepted s -> s.ride();
            case Arrived s -> s.ride();
            case Driving s -> s.ride();
            case Completed s -> s.ride();
            case Cancelled s -> s.last();
            case Failed s -> s.last();
        };
    }
}

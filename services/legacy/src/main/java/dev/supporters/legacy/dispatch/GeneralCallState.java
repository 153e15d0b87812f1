package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The state of a call in the legacy system. */
public sealed interface GeneralCallState {

    /**
     * Offered to commission drivers.
     *
     * @param droppedBy the driver who gave it back; empty if it is new
     */
    record Offered(Instant since, String droppedBy) implements GeneralCallState {

        public Offered {
            requireNonNull(since);
            requireNonNull(droppedBy);
        }
    }

    /** A commission driver has it, or had it to its end. */
    sealed interface Driven extends GeneralCallState {

        String driverId();
    }

    /** A commission driver took it. */
    record Taken(String driverId) implements Driven {}

    /** The driver is with the customer. */
    record Arrived(String driverId) implements Driven {}

    /** Being driven. */
    record PickedUp(String driverId) implements Driven {}

    /** Driven. */
    record Completed(String driverId) implements Driven {}

    /** Cancelled. */
    record Cancelled(String driverId) implements GeneralCallState {}

    /** Nobody took it in time. */
    record Unserved() implements GeneralCallState {}

    /** A supporter has it. */
    record Supporters(SupporterAcceptance acceptance) implements GeneralCallState {

        public Supporters {
            requireNonNull(acceptance);
        }
    }

    /** The driver who has or had it; empty if nobody. */
    default String driver() {
        return switch (this) {
            case Offered _, Unserved _ -> "";
            case Driven s -> s.driverId();
            case Cancelled s -> s.driverId();
            case Supporters s -> s.acceptance().driverId();
        };
    }

    /** The commission driver who is bound by it now; empty if none. */
    default String engagedDriver() {
        return switch (this) {
            case Taken _, Arrived _, PickedUp _ -> driver();
            case Offered _, Completed _, Cancelled _, Unserved _, Supporters _ -> "";
        };
    }

    /** Its name in the API. */
    default String label() {
        return switch (this) {
            case Offered _ -> "offered";
            case Taken _ -> "taken";
            case Arrived _ -> "arrived";
            case PickedUp _ -> "picked_up";
            case Completed _ -> "completed";
            case Cancelled _ -> "cancelled";
            case Unserved _ -> "unserved";
            case Supporters _ -> "supporters";
        };
    }
}

package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where a call stands in the legacy system. */
public sealed interface DispatchState {

    /**
     * Offered to commission drivers.
     *
     * @param droppedBy the driver who gave it back; empty if it is new
     */
    record Offered(Instant since, String droppedBy) implements DispatchState {

        public Offered {
            requireNonNull(since);
            requireNonNull(droppedBy);
        }
    }

    /** A commission driver took it. */
    record Taken(String driverId) implements DispatchState {}

    /** The driver is with the customer. */
    record Arrived(String driverId) implements DispatchState {}

    /** Being driven. */
    record PickedUp(String driverId) implements DispatchState {}

    /** Driven. */
    record Completed(String driverId) implements DispatchState {}

    /** Cancelled. */
    record Cancelled(String driverId) implements DispatchState {}

    /** Nobody took it in time. */
    record Unserved() implements DispatchState {}

    /** A supporter has it. */
    record Supporters(DispatchResult result) implements DispatchState {

        public Supporters {
            requireNonNull(result);
        }
    }

    /** The driver who has or had it; empty if nobody. */
    default String driver() {
        return switch (this) {
            case Offered s -> "";
            case Taken s -> s.driverId();
            case Arrived s -> s.driverId();
            case PickedUp s -> s.driverId();
            case Completed s -> s.driverId();
            case Cancelled s -> s.driverId();
            case Unserved s -> "";
            case Supporters s -> s.result().driverId();
        };
    }

    /** The commission driver who is bound by it now; empty if none. */
    default String engagedDriver() {
        return switch (this) {
            case Taken s -> s.driverId();
            case Arrived s -> s.driverId();
            case PickedUp s -> s.driverId();
            case Offered s -> "";
            case Completed s -> "";
            case Cancelled s -> "";
            case Unserved s -> "";
            case Supporters s -> "";
        };
    }

    /** Its name in the API. */
    default String label() {
        return switch (this) {
            case Offered s -> "offered";
            case Taken s -> "taken";
            case Arrived s -> "arrived";
            case PickedUp s -> "picked_up";
            case Completed s -> "completed";
            case Cancelled s -> "cancelled";
            case Unserved s -> "unserved";
            case Supporters s -> "supporters";
        };
    }
}

package dev.supporters.player;

import java.time.Duration;

/** A call as its customer's app shows it; the ETA is zero when unknown. */
record ObservedCall(State state, Duration eta) {

    /** The call's state for its customer, whichever system says it. */
    enum State {
        WAITING,
        DRIVER_COMING,
        DRIVER_THERE,
        DRIVING,
        COMPLETED,
        CANCELLED,
        FAILED;

        boolean ended() {
            return switch (this) {
                case WAITING, DRIVER_COMING, DRIVER_THERE, DRIVING -> false;
                case COMPLETED, CANCELLED, FAILED -> true;
            };
        }

        boolean hasDriver() {
            return this == DRIVER_COMING || this == DRIVER_THERE || this == DRIVING;
        }

        static State ofGateway(String state) {
            return switch (state) {
                case "ACCEPTED" -> DRIVER_COMING;
                case "ARRIVED" -> DRIVER_THERE;
                case "DRIVING" -> DRIVING;
                case "COMPLETED" -> COMPLETED;
                case "CANCELLED" -> CANCELLED;
                case "FAILED" -> FAILED;
                default -> WAITING; // no driver yet, whatever the reason
            };
        }

        static State ofLegacy(String state) {
            return switch (state) {
                case "taken" -> DRIVER_COMING;
                case "arrived" -> DRIVER_THERE;
                case "picked_up" -> DRIVING;
                case "completed" -> COMPLETED;
                case "cancelled" -> CANCELLED;
                case "unserved" -> FAILED;
                default -> WAITING;
            };
        }
    }
}

package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Whom a call has been given to. */
public sealed interface Assignee {

    /** Nobody. */
    record Nobody() implements Assignee {}

    /** A supporter's command. */
    record Command(String commandId, String driverId, int etaSeconds) implements Assignee {

        public Command {
            requireNonNull(commandId);
            requireNonNull(driverId);
        }
    }

    /** A driver of either path who has accepted it. */
    sealed interface Ride extends Assignee {

        /** When it was accepted. */
        Instant dispatchTime();
    }

    /** A supporter's. */
    record SupporterRide(Command command, Instant dispatchTime) implements Ride {

        public SupporterRide {
            requireNonNull(command);
            requireNonNull(dispatchTime);
        }
    }

    /** A commission driver's. */
    record GeneralRide(String driverId, Instant dispatchTime) implements Ride {

        public GeneralRide {
            requireNonNull(driverId);
            requireNonNull(dispatchTime);
        }
    }

    /** The driver's id; empty if nobody's. */
    default String driver() {
        return switch (this) {
            case Nobody n -> "";
            case Command c -> c.driverId();
            case SupporterRide r -> r.command().driverId();
            case GeneralRide r -> r.driverId();
        };
    }

    /** The command's id; empty on general dispatch. */
    default String commandOfIt() {
        return switch (this) {
            case Nobody n -> "";
            case Command c -> c.commandId();
            case SupporterRide r -> r.command().commandId();
            case GeneralRide r -> "";
        };
    }

    /** Estimated seconds to the customer; 0 when unknown. */
    default int eta() {
        return switch (this) {
            case Nobody n -> 0;
            case Command c -> c.etaSeconds();
            case SupporterRide r -> r.command().etaSeconds();
            case GeneralRide r -> 0;
        };
    }
}

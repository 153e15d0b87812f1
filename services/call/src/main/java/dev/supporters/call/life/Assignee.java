package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.util.Optional;

/** Who has been given a call. */
public sealed interface Assignee {

    /** Nobody. */
    record Nobody() implements Assignee {}

    /** A supporter's command. */
    record Command(String commandId, DriverId driverId, int etaSeconds) implements Assignee {

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
    record GeneralRide(DriverId driverId, Instant dispatchTime) implements Ride {

        public GeneralRide {
            requireNonNull(driverId);
            requireNonNull(dispatchTime);
        }
    }

    /** The driver; empty if it is nobody's. */
    default Optional<DriverId> driver() {
        return switch (this) {
            case Nobody n -> Optional.empty();
            case Command c -> Optional.of(c.driverId());
            case SupporterRide r -> Optional.of(r.command().driverId());
            case GeneralRide r -> Optional.of(r.driverId());
        };
    }

    /** The command; empty on general dispatch. */
    default Optional<Command> commandGiven() {
        return switch (this) {
            case Nobody n -> Optional.empty();
            case Command c -> Optional.of(c);
            case SupporterRide r -> Optional.of(r.command());
            case GeneralRide r -> Optional.empty();
        };
    }
}

package dev.supporters.commander.slot;

import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverPositions.SeenPosition;
import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TravelLimit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a driver's last position contradicts a step of a drive.
 *
 * @param meters so near to the customer's place is with the customer
 * @param longest an older position says nothing
 */
public record StepRule(int meters, Duration longest) {

    /** No driver comes to a customer faster. */
    private static final TravelLimit FASTEST = new TravelLimit(150);

    /** Why a step is doubted. */
    public enum Doubt {
        /** No vehicle can have brought the driver to the customer since the last position. */
        FAR_FROM_CUSTOMER,
        /** The drive is said to be over, and the driver has not left the customer's place. */
        NOT_DRIVEN
    }

    /** The command of the step if it is the next one: what was taken before is not looked at again. */
    public static Optional<Command> next(Optional<Slot> slot, CallId callId, DriveStep step) {
        return slot.filter(found -> found instanceof Slot.Engaged)
                .map(found -> (Slot.Engaged) found)
                .filter(engaged -> engaged.isFor(callId) && awaits(engaged) == step)
                .map(Slot.Engaged::command);
    }

    private static DriveStep awaits(Slot.Engaged engaged) {
        return switch (engaged) {
            case Slot.Commanded commanded -> DriveStep.ARRIVED; // silence may have accepted it
            case Slot.Accepted accepted -> DriveStep.ARRIVED;
            case Slot.Arrived arrived -> DriveStep.PICKED_UP;
            case Slot.Driving driving -> DriveStep.COMPLETED;
        };
    }

    /** Empty if the position does not contradict it, or nobody knows. */
    public Optional<Doubt> doubt(Command command, DriveStep step, SeenPosition seen, Instant now) {
        Optional<Position> customer = command.origin().position();
        Duration age = Duration.between(seen.time(), now);
        if (customer.isEmpty() || age.compareTo(longest) > 0) {
            return Optional.empty();
        }
        double away = seen.position().metersTo(customer.get());
        return switch (step) {
            case ARRIVED, PICKED_UP ->
                    away > meters + FASTEST.farthestMeters(age)
                            ? Optional.of(Doubt.FAR_FROM_CUSTOMER)
                            : Optional.empty();
            case COMPLETED -> away <= meters ? Optional.of(Doubt.NOT_DRIVEN) : Optional.empty();
        };
    }
}

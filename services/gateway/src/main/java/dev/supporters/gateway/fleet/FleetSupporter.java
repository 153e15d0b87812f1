package dev.supporters.gateway.fleet;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.time.Instant;
import java.util.Optional;

/**
 * A supporter at work, as operators see one.
 *
 * @param activity what the supporter does
 * @param since when that began; while there is no command or drive, of the shift's last step
 * @param callId the call of the command or drive
 * @param position where the supporter was last; empty if nobody knows
 * @param locatedAt when that was, or since when nobody knows
 * @param unreachable whether the supporter has reported nothing for too long
 * @param moveTo where a free supporter is asked to go
 */
public record FleetSupporter(
        DriverId driverId,
        Activity activity,
        Instant since,
        Optional<String> callId,
        Optional<Position> position,
        Optional<Instant> locatedAt,
        boolean unreachable,
        Optional<Position> moveTo) {

    /** What a supporter at work does. */
    public enum Activity {
        /** Neither commanded nor driving nor resting. */
        FREE,
        /** Rests. */
        RESTING,
        /** Has a command that is not decided. */
        COMMANDED,
        /** Goes to the customer. */
        ACCEPTED,
        /** Is with the customer. */
        ARRIVED,
        /** Drives the customer. */
        DRIVING
    }
}

package dev.supporters.commander.slot;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.time.Instant;
import java.util.Optional;

/** Where drivers were last, as their apps have reported. */
public interface DriverPositions {

    /** A position, and when it was that of the driver. */
    record SeenPosition(Position position, Instant time) {}

    /**
     * The newest one.
     *
     * @return empty if none is known
     * @throws dev.supporters.platform.refusal.Refusal if there is no answer
     */
    Optional<SeenPosition> last(DriverId driverId);
}

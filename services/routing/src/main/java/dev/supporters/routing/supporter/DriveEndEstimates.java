package dev.supporters.routing.supporter;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When and where drives are expected to end, as far as this instance commanded them under a policy with chaining. The topics tell no
 * destination, so it knows nothing of drives from before its start or of other instances. Nobody outside learns a destination here.
 */
public final class DriveEndEstimates {

    private final Map<String, EstimatedDrive> drives = new ConcurrentHashMap<>();

    /**
     * A drive that has begun.
     *
     * @param freeIn expected time until it ends
     */
    public record BegunDrive(DriverId driverId, Position destination, Duration freeIn) {}

    /** A call was commanded; its drive has not begun. */
    public void commanded(String commandId, Position destination, Duration length) {
        drives.put(commandId, new EstimatedDrive(destination, length, Optional.empty()));
    }

    /** An engagement took a step. */
    public void apply(EngagementStep step) {
        if (!step.state().live()) {
            drives.remove(step.commandId());
        } else if (step.state() == EngagementStep.State.DRIVING) {
            drives.computeIfPresent(step.commandId(), (id, drive) -> drive.begun(step));
        }
    }

    /** Those that have begun. */
    public List<BegunDrive> begun(Instant now) {
        return drives.values().stream().flatMap(drive -> drive.asBegun(now).stream()).toList();
    }

    private record EstimatedDrive(
            Position destination, Duration length, Optional<EngagementStep> begin) {

        EstimatedDrive begun(EngagementStep step) {
            return new EstimatedDrive(destination, length, Optional.of(step));
        }

        Optional<BegunDrive> asBegun(Instant now) {
            return begin.map(step -> {
                Duration left = Duration.between(now, step.time().plus(length));
                return new BegunDrive(
                        step.driverId(), destination, left.isNegative() ? Duration.ZERO : left);
            });
        }
    }
}

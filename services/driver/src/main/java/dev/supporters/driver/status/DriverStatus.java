package dev.supporters.driver.status;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.proto.driver.v1.DispatchState;

import java.time.Instant;
import java.util.Optional;

/**
 * What a driver does now.
 *
 * @param callId of the live command or drive
 * @param beginTime since when; the epoch for a driver who was never seen
 * @param completedDrives in the newest shift
 */
public record DriverStatus(
        DispatchState state, Optional<CallId> callId, Instant beginTime, int completedDrives) {

    static final DriverStatus NEVER_SEEN =
            new DriverStatus(
                    DispatchState.DISPATCH_STATE_UNSPECIFIED, Optional.empty(), Instant.EPOCH, 0);

    public DriverStatus {
        requireNonNull(state);
        requireNonNull(callId);
        requireNonNull(beginTime);
    }
}

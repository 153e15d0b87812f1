package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.util.Optional;

/** How an assigned drive ended, as the activity topic tells it. */
public record DriveResult(DriverDay.Key day, DriverDay.Drive drive) {

    public DriveResult {
        requireNonNull(day);
        requireNonNull(drive);
    }

    /** Empty for an event that ends no assigned drive: a command that was refused or withdrawn counts for nobody. */
    public static Optional<DriveResult> read(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMPLETED -> Optional.of(result(event, true));
            case CANCELLED ->
                    event.getCancelled().getAfterAcceptance()
                            ? Optional.of(result(event, false))
                            : Optional.empty();
            case COMMANDED, ACCEPTED, REFUSED, ARRIVED, PICKED_UP, EVENT_NOT_SET ->
                    Optional.empty();
        };
    }

    private static DriveResult result(ActivityEvent event, boolean completed) {
        return new DriveResult(
                new DriverDay.Key(
                        new DriverId(event.getDriverId()),
                        event.getProduct(),
                        LastWeeks.date(Timestamps.instant(event.getEventTime()))),
                new DriverDay.Drive(event.getCommandId(), completed));
    }
}

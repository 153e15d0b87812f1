package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a driver's command or drive, as the activity topic tells it.
 *
 * @param version of the driver's engagement after the step; it grows over all shifts
 * @param state of the engagement after the step
 */
public record EngagementStep(
        DriverId driverId,
        CallId callId,
        String commandId,
        WorkId workId,
        Product product,
        long version,
        State state,
        Instant time) {

    public EngagementStep {
        requireNonNull(driverId);
        requireNonNull(callId);
        requireNonNull(commandId);
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(state);
        requireNonNull(time);
    }

    /** Of an engagement. */
    public enum State {
        /** The driver has a command that is not decided. */
        COMMANDED,
        /** The command is accepted, and the driver goes to the customer. */
        ACCEPTED,
        /** The driver is with the customer. */
        ARRIVED,
        /** The driver drives the customer home. */
        DRIVING,
        /** The drive is completed. */
        COMPLETED,
        /** The command was refused. */
        REFUSED,
        /** The command or drive was ended from outside. */
        CANCELLED;

        /** Whether the driver is busy with it. */
        public boolean live() {
            return switch (this) {
                case COMMANDED, ACCEPTED, ARRIVED, DRIVING -> true;
                case COMPLETED, REFUSED, CANCELLED -> false;
            };
        }
    }

    /** The step that an event tells of; empty for an event that this version does not know. */
    public static Optional<EngagementStep> read(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMMANDED -> Optional.of(step(event, State.COMMANDED));
            case ACCEPTED -> Optional.of(step(event, State.ACCEPTED));
            case ARRIVED -> Optional.of(step(event, State.ARRIVED));
            case PICKED_UP -> Optional.of(step(event, State.DRIVING));
            case COMPLETED -> Optional.of(step(event, State.COMPLETED));
            case REFUSED -> Optional.of(step(event, State.REFUSED));
            case CANCELLED -> Optional.of(step(event, State.CANCELLED));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    /** Whether it is newer than another step of the same driver. */
    public boolean after(EngagementStep other) {
        return version > other.version;
    }

    private static EngagementStep step(ActivityEvent event, State state) {
        return new EngagementStep(
                new DriverId(event.getDriverId()),
                new CallId(event.getCallId()),
                event.getCommandId(),
                WorkId.of(event),
                event.getProduct(),
                event.getVersion(),
                state,
                Timestamps.instant(event.getEventTime()));
    }
}

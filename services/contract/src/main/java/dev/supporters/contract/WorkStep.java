package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a driver's shift, as the work topic tells it.
 *
 * @param version of the shift after the step
 * @param state of the shift after the step
 */
public record WorkStep(
        DriverId driverId,
        WorkId workId,
        Product product,
        String region,
        long version,
        State state,
        Instant time) {

    public WorkStep {
        requireNonNull(driverId);
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(state);
        requireNonNull(time);
    }

    /** Of a shift. */
    public enum State {
        /** The driver works. */
        WORKING,
        /** The driver rests. */
        RESTING,
        /** The window is over, and the driver is on the last drive. */
        ENDING,
        /** The shift is over. */
        ENDED;

        /** Whether the driver's app has to report positions. */
        public boolean reports() {
            return switch (this) {
                case WORKING, ENDING -> true;
                case RESTING, ENDED -> false;
            };
        }
    }

    /** The step that an event tells of; empty for an event that this version does not know. */
    public static Optional<WorkStep> read(WorkEvent event) {
        return switch (event.getEventCase()) {
            case BEGUN, RESUMED -> Optional.of(step(event, State.WORKING));
            case RESTED -> Optional.of(step(event, State.RESTING));
            case ENDING -> Optional.of(step(event, State.ENDING));
            case ENDED -> Optional.of(step(event, State.ENDED));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    /** Whether it is newer than another step of the same driver. */
    public boolean after(WorkStep other) {
        return after(other.workId, other.version);
    }

    /** Whether it is newer than a step of the same driver of which only these two are kept. */
    public boolean after(WorkId otherWorkId, long otherVersion) {
        return workId.after(otherWorkId) || (workId.equals(otherWorkId) && version > otherVersion);
    }

    private static WorkStep step(WorkEvent event, State state) {
        return new WorkStep(
                new DriverId(event.getDriverId()),
                WorkId.of(event),
                event.getProduct(),
                event.getRegion(),
                event.getVersion(),
                state,
                Timestamps.instant(event.getEventTime()));
    }
}

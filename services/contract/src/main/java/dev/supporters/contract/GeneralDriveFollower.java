package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.eclipse.microprofile.health.HealthCheckResponse;

import java.util.Optional;

/**
 * Follows who has a call of general dispatch, in the functions that decide by it. They are ready once it is known, so that a fresh one
 * decides nothing in ignorance.
 */
public final class GeneralDriveFollower {

    private final GeneralDrives drives;
    private final boolean needed;
    private volatile Optional<TopicReader> reader = Optional.empty();

    /**
     * One that follows nothing yet.
     *
     * @param needed whether this process decides by it; if not, it follows nothing, and is ready
     */
    public GeneralDriveFollower(GeneralDrives drives, boolean needed) {
        this.drives = requireNonNull(drives);
        this.needed = needed;
    }

    /** Begins, with the calls of the last hours. */
    public void start(Events events, String topicOfCalls) {
        if (needed) {
            reader =
                    Optional.of(
                            events.followInParallel(
                                    topicOfCalls,
                                    CallEvent.parser(),
                                    StartPosition.last(GeneralDrives.LONGEST),
                                    call -> drives.apply(call.event(), call.time())));
        }
    }

    public HealthCheckResponse health() {
        return HealthCheckResponse.named("general drives")
                .status(!needed || reader.filter(TopicReader::caughtUp).isPresent())
                .build();
    }
}

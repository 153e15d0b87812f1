package dev.supporters.driver.status;

import dev.supporters.contract.CallId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.driver.v1.DispatchState;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a driver from the topics work and activity. Each topic is in order by itself, they do not wait for each other, and both may
 * repeat events. So each has a version of its own here, and the driver's status is calculated from the two together.
 *
 * @param completed drives completed in the shift that {@code completedIn} names
 */
public record StatusProjection(
        Optional<KnownShift> work,
        Optional<KnownEngagement> engagement,
        Optional<WorkId> completedIn,
        int completed) {

    static final StatusProjection NOTHING =
            new StatusProjection(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** What is kept of the newest step of the work topic. */
    public record KnownShift(WorkId workId, long version, WorkStep.State state, Instant time) {}

    /** What is kept of the newest step of the activity topic. */
    public record KnownEngagement(
            WorkId workId, CallId callId, long version, EngagementStep.State state, Instant time) {}

    StatusProjection after(WorkStep step) {
        if (work.filter(known -> !step.after(known.workId(), known.version())).isPresent()) {
            return this;
        }
        KnownShift next = new KnownShift(step.workId(), step.version(), step.state(), step.time());
        return new StatusProjection(Optional.of(next), engagement, completedIn, completed);
    }

    StatusProjection after(EngagementStep step) {
        if (engagement.filter(known -> step.version() <= known.version()).isPresent()) {
            return this;
        }
        KnownEngagement next =
                new KnownEngagement(
                        step.workId(), step.callId(), step.version(), step.state(), step.time());
        int before = completedIn.equals(Optional.of(step.workId())) ? completed : 0;
        int now = step.state() == EngagementStep.State.COMPLETED ? before + 1 : before;
        return new StatusProjection(work, Optional.of(next), Optional.of(step.workId()), now);
    }

    public DriverStatus status() {
        Optional<KnownEngagement> current = engagement.filter(this::ofPresentShift);
        if (current.isPresent() && current.get().state().live() && !shiftEnded(current.get())) {
            return engaged(current.get());
        }
        if (work.isEmpty()
                || current.filter(step -> step.workId().after(work.get().workId())).isPresent()) {
            return current.map(step -> status(DispatchState.DISPATCH_STATE_FREE, step.time()))
                    .orElse(DriverStatus.NEVER_SEEN);
        }
        Instant since = work.get().time();
        return switch (work.get().state()) {
            case WORKING -> status(DispatchState.DISPATCH_STATE_FREE, later(since, current));
            case RESTING -> status(DispatchState.DISPATCH_STATE_RESTING, since);
            case ENDING -> status(DispatchState.DISPATCH_STATE_OFF, later(since, current));
            case ENDED -> status(DispatchState.DISPATCH_STATE_OFF, since);
        };
    }

    private DriverStatus engaged(KnownEngagement step) {
        DispatchState state =
                switch (step.state()) {
                    case COMMANDED -> DispatchState.DISPATCH_STATE_COMMANDED;
                    case ACCEPTED -> DispatchState.DISPATCH_STATE_ACCEPTED;
                    case ARRIVED -> DispatchState.DISPATCH_STATE_ARRIVED;
                    case DRIVING -> DispatchState.DISPATCH_STATE_DRIVING;
                    case COMPLETED, REFUSED, CANCELLED -> DispatchState.DISPATCH_STATE_FREE;
                };
        return new DriverStatus(state, Optional.of(step.callId()), step.time(), completedDrives());
    }

    private DriverStatus status(DispatchState state, Instant since) {
        return new DriverStatus(state, Optional.empty(), since, completedDrives());
    }

    private int completedDrives() {
        boolean outdated =
                work.isPresent()
                        && !completedIn
                                .filter(counted -> !work.get().workId().after(counted))
                                .isPresent();
        return outdated ? 0 : completed;
    }

    private boolean ofPresentShift(KnownEngagement step) {
        return work.isEmpty() || !work.get().workId().after(step.workId());
    }

    /** A shift ends only after its drive: the event of the drive's end is still to come. */
    private boolean shiftEnded(KnownEngagement step) {
        return work.isPresent()
                && work.get().state() == WorkStep.State.ENDED
                && work.get().workId().equals(step.workId());
    }

    private static Instant later(Instant since, Optional<KnownEngagement> step) {
        return step.map(KnownEngagement::time).filter(since::isBefore).orElse(since);
    }
}

package dev.supporters.driver.status;

import dev.supporters.proto.driver.v1.DispatchState;

import java.time.Instant;
import java.util.Optional;

/**
 * What two topics told of a driver. Each is in order by itself, neither waits for the other, and both may come again: so each has a
 * lane of its own with its own version, and what the driver does is told from the two together.
 *
 * @param completed drives completed in the work that {@code completedIn} names
 */
public record Track(
        Optional<WorkStep> work,
        Optional<EngagementStep> engagement,
        Optional<WorkId> completedIn,
        int completed) {

    static final Track NOTHING = new Track(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    Track after(WorkStep step) {
        if (work.isPresent() && !step.after(work.get())) {
            return this;
        }
        return new Track(Optional.of(step), engagement, completedIn, completed);
    }

    Track after(EngagementStep step) {
        if (engagement.isPresent() && !step.after(engagement.get())) {
            return this;
        }
        int before = completedIn.equals(Optional.of(step.workId())) ? completed : 0;
        int now = step.phase() == EngagementStep.Phase.COMPLETED ? before + 1 : before;
        return new Track(work, Optional.of(step), Optional.of(step.workId()), now);
    }

    public Situation situation() {
        Optional<EngagementStep> current = engagement.filter(this::ofPresentWork);
        if (current.isPresent() && current.get().phase().live() && !endedAlready(current.get())) {
            return engaged(current.get());
        }
        if (work.isEmpty()
                || current.filter(step -> step.workId().after(work.get().workId())).isPresent()) {
            return current.map(step -> situation(DispatchState.DISPATCH_STATE_FREE, step.time()))
                    .orElse(Situation.NEVER_SEEN);
        }
        Instant since = work.get().time();
        return switch (work.get().standing()) {
            case WORKING -> situation(DispatchState.DISPATCH_STATE_FREE, later(since, current));
            case RESTING -> situation(DispatchState.DISPATCH_STATE_RESTING, since);
            case ENDING -> situation(DispatchState.DISPATCH_STATE_OFF, later(since, current));
            case ENDED -> situation(DispatchState.DISPATCH_STATE_OFF, since);
        };
    }

    private Situation engaged(EngagementStep step) {
        DispatchState state =
                switch (step.phase()) {
                    case COMMANDED -> DispatchState.DISPATCH_STATE_COMMANDED;
                    case ACCEPTED -> DispatchState.DISPATCH_STATE_ACCEPTED;
                    case ARRIVED -> DispatchState.DISPATCH_STATE_ARRIVED;
                    case DRIVING -> DispatchState.DISPATCH_STATE_DRIVING;
                    case COMPLETED, DROPPED -> DispatchState.DISPATCH_STATE_FREE;
                };
        return new Situation(state, step.callId(), step.time(), completedDrives());
    }

    private Situation situation(DispatchState state, Instant since) {
        return new Situation(state, "", since, completedDrives());
    }

    private int completedDrives() {
        boolean outdated =
                work.isPresent()
                        && !completedIn
                                .filter(counted -> !work.get().workId().after(counted))
                                .isPresent();
        return outdated ? 0 : completed;
    }

    private boolean ofPresentWork(EngagementStep step) {
        return work.isEmpty() || !work.get().workId().after(step.workId());
    }

    /** A work ends only after its drive: the drive's end is on its way. */
    private boolean endedAlready(EngagementStep step) {
        return work.isPresent()
                && work.get().standing() == WorkStep.Standing.ENDED
                && work.get().workId().equals(step.workId());
    }

    private static Instant later(Instant since, Optional<EngagementStep> step) {
        return step.map(EngagementStep::time).filter(since::isBefore).orElse(since);
    }
}

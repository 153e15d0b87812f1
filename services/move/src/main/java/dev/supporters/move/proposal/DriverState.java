package dev.supporters.move.proposal;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Optional;

/**
 * What must be known of a driver to decide about moves. The topics work and activity are each in order, they do not wait for each
 * other, and both may repeat events: so each has a version of its own here.
 */
public record DriverState(Optional<KnownShift> work, Optional<KnownEngagement> engagement) {

    static final DriverState UNKNOWN = new DriverState(Optional.empty(), Optional.empty());

    /** What is kept of the newest step of the work topic; the region is empty in documents that did not keep it. */
    public record KnownShift(
            WorkId workId,
            Product product,
            String region,
            long version,
            WorkStep.State state,
            Instant time) {

        private static KnownShift of(WorkStep step) {
            return new KnownShift(
                    step.workId(),
                    step.product(),
                    step.region(),
                    step.version(),
                    step.state(),
                    step.time());
        }
    }

    /** What is kept of the newest step of the activity topic; live while there is a command or drive. */
    public record KnownEngagement(WorkId workId, long version, boolean live, Instant time) {

        private static KnownEngagement of(EngagementStep step) {
            return new KnownEngagement(
                    step.workId(), step.version(), step.state().live(), step.time());
        }
    }

    /** Whether a move may go to a driver, and if not, why not. */
    enum Availability {
        IDLE,
        OFF_WORK,
        RESTING,
        ENDING,
        ENGAGED
    }

    /** After a step; the same if the step is not newer than what is known. */
    DriverState after(WorkStep step) {
        return work.filter(known -> !step.after(known.workId(), known.version())).isPresent()
                ? this
                : new DriverState(Optional.of(KnownShift.of(step)), engagement);
    }

    /** After a step; the same if the step is not newer than what is known. */
    DriverState after(EngagementStep step) {
        return engagement.filter(known -> step.version() <= known.version()).isPresent()
                ? this
                : new DriverState(work, Optional.of(KnownEngagement.of(step)));
    }

    Availability availability(Product product) {
        if (work.isEmpty() || work.get().product() != product) {
            return Availability.OFF_WORK;
        }
        return switch (work.get().state()) {
            case WORKING -> engaged(work.get()) ? Availability.ENGAGED : Availability.IDLE;
            case RESTING -> Availability.RESTING;
            case ENDING -> Availability.ENDING;
            case ENDED -> Availability.OFF_WORK;
        };
    }

    /** An engagement of an older shift is over, even if its last event says otherwise. */
    private boolean engaged(KnownShift present) {
        return engagement
                .filter(step -> step.live() && !present.workId().after(step.workId()))
                .isPresent();
    }
}

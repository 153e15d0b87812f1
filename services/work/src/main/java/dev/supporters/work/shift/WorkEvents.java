package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEnding;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkRestCause;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import java.time.Instant;

/** The events of the clock-in topic: one for each change, with the version that the change makes. */
public final class WorkEvents {

    private WorkEvents() {}

    public static Change<Shift> begun(Working working, long version, WorkBegun begun) {
        WorkEvent event =
                event(working, version, working.details().begin()).setBegun(begun).build();
        return change(working, "begun", event);
    }

    static Change<Shift> rested(Shift before, Resting resting, long version) {
        WorkEvent event =
                event(before, resting, version, resting.restBegin())
                        .setRested(WorkRested.newBuilder().setCause(cause(resting.cause())))
                        .build();
        return change(resting, "rested", event);
    }

    static Change<Shift> resumed(Shift before, Working working, long version, Instant now) {
        WorkEvent event =
                event(before, working, version, now)
                        .setResumed(WorkResumed.getDefaultInstance())
                        .build();
        return change(working, "resumed", event);
    }

    /** A change by the end of the shift, of the window or of a drive. */
    public static Change<Shift> over(Shift before, Shift shift, long version) {
        return switch (shift) {
            case Ending ending -> {
                WorkEvent event =
                        event(before, ending, version, ending.details().windowEnd())
                                .setEnding(WorkEnding.getDefaultInstance())
                                .build();
                yield change(ending, "ending", event);
            }
            case Ended ended -> {
                yield ended(before, ended, version, WorkEnded.newBuilder());
            }
            case Working working ->
                    throw new IllegalArgumentException("a working shift is not over");
            case Resting resting ->
                    throw new IllegalArgumentException("a resting shift is not over");
        };
    }

    /**
     * What an operator decided.
     *
     * @param reason in the operator's words
     */
    public record OperatorDecision(String actor, String reason) {

        public OperatorDecision {
            requireNonNull(actor);
            requireNonNull(reason);
        }
    }

    /** Names who decided it, and why. */
    public static Change<Shift> endedByOperator(
            Shift before, Ended ended, long version, OperatorDecision decision) {
        return ended(
                before,
                ended,
                version,
                WorkEnded.newBuilder()
                        .setActor(decision.actor())
                        .setOperatorReason(decision.reason()));
    }

    private static Change<Shift> ended(
            Shift before, Ended ended, long version, WorkEnded.Builder end) {
        WorkEvent event =
                event(before, ended, version, ended.end())
                        .setEnded(end.setReason(reason(ended.reason())))
                        .build();
        return change(ended, "ended", event);
    }

    /** As the interface has it. */
    public static WorkRestCause cause(RestCause cause) {
        return switch (cause) {
            case DRIVER -> WorkRestCause.WORK_REST_CAUSE_DRIVER;
            case ACTIVITY_MODE -> WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE;
        };
    }

    /** As the interface has it. */
    public static WorkEndReason reason(EndReason reason) {
        return switch (reason) {
            case DRIVER -> WorkEndReason.WORK_END_REASON_DRIVER;
            case WINDOW -> WorkEndReason.WORK_END_REASON_WINDOW;
            case AFTER_DRIVE -> WorkEndReason.WORK_END_REASON_AFTER_DRIVE;
            case OPERATOR -> WorkEndReason.WORK_END_REASON_OPERATOR;
            case REMOVED -> WorkEndReason.WORK_END_REASON_REMOVED;
        };
    }

    /** Names the version of the event before it, so that whoever reads it can see whether one is missing. */
    private static WorkEvent.Builder event(Shift before, Shift shift, long version, Instant time) {
        return event(shift, version, time)
                .setPreviousVersion(version - 1 - before.pending().untold());
    }

    private static WorkEvent.Builder event(Shift shift, long version, Instant time) {
        ShiftDetails details = shift.details();
        return WorkEvent.newBuilder()
                .setDriverId(details.driverId().value())
                .setWorkId(details.id().value())
                .setProduct(details.product())
                .setRegion(details.region())
                .setBusinessDate(details.businessDate().toString())
                .setVersion(version)
                .setEventTime(Timestamps.of(time));
    }

    private static Change<Shift> change(Shift next, String name, WorkEvent event) {
        return Change.to(
                next,
                new Event(
                        Topics.WORK,
                        event.getDriverId(),
                        "supporters.work." + name + ".v1",
                        event));
    }
}

package dev.supporters.work.shift;

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

import java.time.Instant;

/** What the clock-in topic learns: one event for each change, with the version that the change makes. */
public final class WorkEvents {

    private WorkEvents() {}

    public static Change<Shift> begun(Working working, long version, WorkBegun begun) {
        WorkEvent event = event(working, version, working.frame().begin()).setBegun(begun).build();
        return change(working, "begun", event);
    }

    static Change<Shift> rested(Resting resting, long version) {
        WorkEvent event =
                event(resting, version, resting.restBegin())
                        .setRested(WorkRested.getDefaultInstance())
                        .build();
        return change(resting, "rested", event);
    }

    static Change<Shift> resumed(Working working, long version, Instant now) {
        WorkEvent event =
                event(working, version, now).setResumed(WorkResumed.getDefaultInstance()).build();
        return change(working, "resumed", event);
    }

    /** A change by the end of the window or of a drive. */
    public static Change<Shift> over(Shift shift, long version) {
        return switch (shift) {
            case Ending ending -> {
                WorkEvent event =
                        event(ending, version, ending.frame().windowEnd())
                                .setEnding(WorkEnding.getDefaultInstance())
                                .build();
                yield change(ending, "ending", event);
            }
            case Ended ended -> {
                WorkEnded end =
                        WorkEnded.newBuilder()
                                .setReason(WorkMessages.reason(ended.reason()))
                                .build();
                yield change(
                        ended, "ended", event(ended, version, ended.end()).setEnded(end).build());
            }
            case Working working ->
                    throw new IllegalArgumentException("a working work is not over");
            case Resting resting ->
                    throw new IllegalArgumentException("a resting work is not over");
        };
    }

    private static WorkEvent.Builder event(Shift shift, long version, Instant time) {
        Frame frame = shift.frame();
        return WorkEvent.newBuilder()
                .setDriverId(frame.driverId())
                .setWorkId(frame.id().value())
                .setProduct(frame.product())
                .setRegion(frame.region())
                .setBusinessDate(frame.businessDate().toString())
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

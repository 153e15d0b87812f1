package dev.supporters.work.shift;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkState;

/** A work as the interface shows it. */
public final class WorkMessages {

    private WorkMessages() {}

    public static Work work(Versioned<Shift> found) {
        Shift shift = found.value();
        Frame frame = shift.frame();
        Work.Builder work =
                Work.newBuilder()
                        .setWorkId(frame.id().value())
                        .setDriverId(frame.driverId())
                        .setProduct(frame.product())
                        .setRegion(frame.region())
                        .setBusinessDate(frame.businessDate().toString())
                        .setBeginTime(Timestamps.of(frame.begin()))
                        .setWindowEndTime(Timestamps.of(frame.windowEnd()))
                        .setRestedSeconds(shift.rested().toSeconds())
                        .setVersion(found.version());
        return switch (shift) {
            case Working working -> work.setState(WorkState.WORK_STATE_WORKING).build();
            case Resting resting -> work.setState(WorkState.WORK_STATE_RESTING).build();
            case Ending ending -> work.setState(WorkState.WORK_STATE_ENDING).build();
            case Ended ended ->
                    work.setState(WorkState.WORK_STATE_ENDED)
                            .setEndTime(Timestamps.of(ended.end()))
                            .setEndReason(reason(ended.reason()))
                            .build();
        };
    }

    static WorkEndReason reason(EndReason reason) {
        return switch (reason) {
            case DRIVER -> WorkEndReason.WORK_END_REASON_DRIVER;
            case WINDOW -> WorkEndReason.WORK_END_REASON_WINDOW;
            case AFTER_DRIVE -> WorkEndReason.WORK_END_REASON_AFTER_DRIVE;
        };
    }
}

package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEnding;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class StepsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void eachEventOfAWorkIsAStep() {
        assertThat(state(work().setBegun(WorkBegun.getDefaultInstance())))
                .isEqualTo(WorkStep.State.WORKING);
        assertThat(state(work().setRested(WorkRested.getDefaultInstance())))
                .isEqualTo(WorkStep.State.RESTING);
        assertThat(state(work().setResumed(WorkResumed.getDefaultInstance())))
                .isEqualTo(WorkStep.State.WORKING);
        assertThat(state(work().setEnding(WorkEnding.getDefaultInstance())))
                .isEqualTo(WorkStep.State.ENDING);
        assertThat(state(work().setEnded(WorkEnded.getDefaultInstance())))
                .isEqualTo(WorkStep.State.ENDED);
        assertThat(WorkStep.read(work().build())).isEmpty();
    }

    @Test
    void whoWorksOrIsOnTheLastDriveReports() {
        assertThat(WorkStep.State.WORKING.reports()).isTrue();
        assertThat(WorkStep.State.ENDING.reports()).isTrue();
        assertThat(WorkStep.State.RESTING.reports()).isFalse();
        assertThat(WorkStep.State.ENDED.reports()).isFalse();
    }

    @Test
    void aStepOfALaterBusinessDateIsNewerWhateverItsVersion() {
        WorkStep friday = step(work().setVersion(9));
        WorkStep saturday =
                step(work().setWorkId("7-driver-2026-11-21").setBusinessDate("2026-11-21"));

        assertThat(saturday.after(friday)).isTrue();
        assertThat(friday.after(saturday)).isFalse();
        assertThat(step(work().setVersion(10)).after(friday)).isTrue();
        assertThat(friday.after(friday)).isFalse();
        assertThat(saturday.after(friday.workId(), 9)).isTrue();
        assertThat(friday.after(friday.workId(), 9)).isFalse();
        assertThat(friday.after(friday.workId(), 8)).isTrue();
        assertThat(friday.after(saturday.workId(), 0)).isFalse();
    }

    @Test
    void eachEventOfAnEngagementIsAStep() {
        assertThat(state(activity().setCommanded(CallCommanded.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.COMMANDED);
        assertThat(state(activity().setAccepted(CallAccepted.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.ACCEPTED);
        assertThat(state(activity().setArrived(CallArrived.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.ARRIVED);
        assertThat(state(activity().setPickedUp(CallPickedUp.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.DRIVING);
        assertThat(state(activity().setCompleted(CallCompleted.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.COMPLETED);
        assertThat(state(activity().setRefused(CallRefused.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.REFUSED);
        assertThat(state(activity().setCancelled(CallCancelled.getDefaultInstance())))
                .isEqualTo(EngagementStep.State.CANCELLED);
        assertThat(EngagementStep.read(activity().build())).isEmpty();
    }

    @Test
    void aDriverIsBusyFromTheCommandToTheEndOfTheDrive() {
        assertThat(EngagementStep.State.values())
                .filteredOn(EngagementStep.State::live)
                .containsExactly(
                        EngagementStep.State.COMMANDED,
                        EngagementStep.State.ACCEPTED,
                        EngagementStep.State.ARRIVED,
                        EngagementStep.State.DRIVING);
    }

    @Test
    void aStepHasTheWholeOfItsEvent() {
        EngagementStep step =
                EngagementStep.read(activity().setArrived(CallArrived.getDefaultInstance()).build())
                        .orElseThrow();

        assertThat(step)
                .isEqualTo(
                        new EngagementStep(
                                new DriverId("7"),
                                new CallId("254137"),
                                "c-1",
                                new WorkId(
                                        "7-driver-2026-11-20", WorkId.businessDate("2026-11-20")),
                                Product.PRODUCT_DRIVER,
                                4,
                                EngagementStep.State.ARRIVED,
                                NOW));
    }

    private static WorkStep.State state(WorkEvent.Builder event) {
        return WorkStep.read(event.build()).orElseThrow().state();
    }

    private static EngagementStep.State state(ActivityEvent.Builder event) {
        return EngagementStep.read(event.build()).orElseThrow().state();
    }

    private static WorkStep step(WorkEvent.Builder event) {
        return WorkStep.read(event.setBegun(WorkBegun.getDefaultInstance()).build()).orElseThrow();
    }

    private static WorkEvent.Builder work() {
        return WorkEvent.newBuilder()
                .setDriverId("7")
                .setWorkId("7-driver-2026-11-20")
                .setBusinessDate("2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(1)
                .setEventTime(Timestamps.of(NOW));
    }

    private static ActivityEvent.Builder activity() {
        return ActivityEvent.newBuilder()
                .setDriverId("7")
                .setCallId("254137")
                .setCommandId("c-1")
                .setWorkId("7-driver-2026-11-20")
                .setBusinessDate("2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(4)
                .setEventTime(Timestamps.of(NOW));
    }
}

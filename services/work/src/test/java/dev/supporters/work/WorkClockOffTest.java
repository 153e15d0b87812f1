package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** On-time clock-off (rule 4). */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class WorkClockOffTest extends WorkFixture {

    @Test
    void clocksOffOnTimeOrAfterTheDrive() {
        // Given
        works.begin(begin("r1", "free"));
        works.begin(begin("r1", "driving"));
        // When
        clock.set(TestShifts.WINDOW_END);
        // Then
        await().untilAsserted(() -> {
            assertThat(status("free").getState()).isEqualTo(WorkState.WORK_STATE_ENDED);
            assertThat(status("driving").getState()).isEqualTo(WorkState.WORK_STATE_ENDING);
        });
        assertThat(Timestamps.instant(status("free").getEndTime()))
                .isEqualTo(TestShifts.WINDOW_END);
        assertThat(status("free").getEndReason()).isEqualTo(WorkEndReason.WORK_END_REASON_WINDOW);
        // When
        Instant completed = TestShifts.WINDOW_END.plusSeconds(777);
        clock.set(completed);
        probe.tell(
                new Event(
                        Topics.ACTIVITY,
                        "driving",
                        "supporters.activity.completed.v1",
                        completed(completed)));
        // Then
        await().untilAsserted(() ->
                assertThat(status("driving").getState()).isEqualTo(WorkState.WORK_STATE_ENDED));
        assertThat(Timestamps.instant(status("driving").getEndTime())).isEqualTo(completed);
        assertThat(status("driving").getEndReason())
                .isEqualTo(WorkEndReason.WORK_END_REASON_AFTER_DRIVE);
    }

    private static ActivityEvent completed(Instant time) {
        return ActivityEvent.newBuilder()
                .setDriverId("driving")
                .setWorkId("driving-driver-2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setEventTime(Timestamps.of(time))
                .setActionName(ActionName.ACTION_NAME_CALL_COMPLETED)
                .setCompleted(CallCompleted.getDefaultInstance())
                .build();
    }
}

package dev.supporters.commander;

import static dev.supporters.commander.Outside.assertRefused;
import static dev.supporters.commander.SampleEvents.begun;
import static dev.supporters.commander.SampleEvents.event;
import static dev.supporters.commander.SampleEvents.removed;
import static dev.supporters.commander.SampleEvents.workEvent;
import static dev.supporters.commander.SampleRequests.assignment;
import static dev.supporters.commander.SampleRequests.cancellation;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.UUID;

@QuarkusTest
class CommanderShiftTest extends ComponentTest {

    @Test
    void aRestPausesTheSlotAndAnEndClosesIt() {
        outside.begin("d7");

        commander.pause(PauseRequest.newBuilder().setDriverId("d7").build());
        assertThat(commander.assign(assignment("call7", "d7")).getNoneFree().getTried())
                .isEqualTo(1);
        commander.unpause(UnpauseRequest.newBuilder().setDriverId("d7").build());
        outside.commanded("call7", "d7");
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                () -> commander.pause(PauseRequest.newBuilder().setDriverId("d7").build()));
        CloseSlotRequest close =
                CloseSlotRequest.newBuilder()
                        .setDriverId("d7")
                        .setWorkId(work("d7").value())
                        .build();
        assertThat(commander.closeSlot(close).getEngaged()).isTrue();
        commander.cancel(cancellation("call7"));

        assertThat(outside.state("d7")).isEqualTo(EngagementState.ENGAGEMENT_STATE_OFF);
        assertThat(commander.closeSlot(close).getEngaged()).isFalse();
    }

    @Test
    void eventsThatComeThreeTimesAreAppliedOnce() {
        WorkEvent.Builder ended = workEvent("d8", 2).setEnded(WorkEnded.getDefaultInstance());
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            outside.probe.tell(first, event("d8", begun("d8").build()));
        }
        for (int i = 0; i < 3; i++) {
            outside.probe.tell(second, event("d8", ended.build()));
        }

        await().untilAsserted(() -> assertThat(outside.engagementVersion("d8")).isEqualTo(2));
        outside.begin("d9");
        assertThat(outside.state("d8")).isEqualTo(EngagementState.ENGAGEMENT_STATE_OFF);
        assertThat(outside.engagementVersion("d8")).isEqualTo(2);
    }

    @Test
    void whoIsRemovedFromTheGroupGetsNoFurtherCommandAndSeesWhy() {
        outside.begin("d31");

        outside.probe.tell(removed("d31"));
        await().untilAsserted(() -> assertThat(outside.engagement("d31").getNotAMember()).isTrue());

        assertThat(outside.state("d31")).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE);
        assertThat(commander.assign(assignment("call31", "d31")).getNoneFree().getTried())
                .isEqualTo(1);
    }

    @Test
    void poisonOnTheWorkTopicStopsNobody() {
        outside.probe.tellPoison(Topics.WORK, "d10");

        outside.begin("d10");

        await().untilAsserted(() ->
                assertThat(
                                outside.probe.records(
                                        "supporters.work.v1.supporters.commander.slots.dlq"))
                        .hasSize(1));
    }
}

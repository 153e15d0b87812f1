package dev.supporters.commander;

import static dev.supporters.commander.Outside.assertRefused;
import static dev.supporters.commander.SampleRequests.acceptance;
import static dev.supporters.commander.SampleRequests.cancellation;
import static dev.supporters.commander.SampleRequests.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

@QuarkusTest
class CommanderAnswersTest extends ComponentTest {

    @Test
    void aRefusalIsAnsweredTheSameEachTimeAndPublishedOnce() {
        outside.begin("d2");
        Command command = outside.commanded("call2", "d2");

        for (int i = 0; i < 3; i++) {
            assertThat(commander.respond(refusal("d2", command)).getOutcome())
                    .isEqualTo(CommandOutcome.COMMAND_OUTCOME_REFUSED);
        }

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> commander.respond(acceptance("d2", command)));
        await().untilAsserted(() ->
                assertThat(outside.published("d2")).containsExactly("COMMANDED", "REFUSED"));
    }

    @Test
    void aCommandIsWithdrawnIfItsCallWasDispatchedOtherwise() {
        outside.begin("d3");
        Command command = outside.commanded("gone3", "d3");

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> commander.respond(acceptance("d3", command)));

        assertThat(outside.state("d3")).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE);
        await().untilAsserted(() ->
                assertThat(outside.published("d3")).containsExactly("COMMANDED", "CANCELLED"));
    }

    @Test
    void whileTheCallDoesNotAnswerTheCommandStaysOpen() {
        outside.begin("d4");
        Command command = outside.commanded("silent4", "d4");

        assertRefused(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                () -> commander.respond(acceptance("d4", command)));

        assertThat(outside.state("d4")).isEqualTo(EngagementState.ENGAGEMENT_STATE_COMMANDED);
        assertThat(commander.cancel(cancellation("silent4")).hasEngagement()).isTrue();
        assertThat(commander.cancel(cancellation("silent4")).hasEngagement()).isFalse();
    }
}

package dev.supporters.commander;

import static dev.supporters.commander.Outside.assertRefused;
import static dev.supporters.commander.SampleRequests.acceptance;
import static dev.supporters.commander.SampleRequests.cancellation;
import static dev.supporters.commander.SampleRequests.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.commander.v1.CallCommand;
import dev.supporters.proto.commander.v1.CallCommandState;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;
import dev.supporters.proto.commander.v1.GetDriverCommandsRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalReason;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.List;

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

    @Test
    void tellsWhatBecameOfTheCommandsOfCalls() {
        outside.begin("d51");
        outside.begin("d52");
        Command refused = outside.commanded("call51", "d51");
        var _ = commander.respond(refusal("d51", refused));
        Command live = outside.commanded("call52", "d52");
        var _ = commander.respond(acceptance("d52", live));

        List<CallCommand> commands =
                commander
                        .getCallCommands(
                                GetCallCommandsRequest.newBuilder()
                                        .addCallIds("call51")
                                        .addCallIds("call52")
                                        .addCallIds("nobody's")
                                        .build())
                        .getCommandsList();

        assertThat(commands)
                .extracting(CallCommand::getCommandId, CallCommand::getState)
                .containsExactlyInAnyOrder(
                        tuple(refused.getCommandId(), CallCommandState.CALL_COMMAND_STATE_REFUSED),
                        tuple(live.getCommandId(), CallCommandState.CALL_COMMAND_STATE_ACCEPTED));
        assertThat(commands)
                .filteredOn(CallCommand::hasEndTime)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.getDriverId()).isEqualTo("d51");
                    assertThat(command.getOnRefusal()).isEqualTo(refused.getOnRefusal());
                });
    }

    @Test
    void tellsWhatBecameOfADriversCommandsTheNewestFirst() {
        outside.begin("d53");
        Command refused = outside.commanded("call53", "d53");
        var _ = commander.respond(refusal("d53", refused));
        Command cancelled = outside.commanded("call54", "d53");
        var _ = commander.cancel(cancellation("call54"));
        Command live = outside.commanded("call55", "d53");

        List<CallCommand> commands = commandsOf("d53");

        assertThat(commands)
                .extracting(CallCommand::getCommandId, CallCommand::getState)
                .containsExactly(
                        tuple(live.getCommandId(), CallCommandState.CALL_COMMAND_STATE_COMMANDED),
                        tuple(
                                cancelled.getCommandId(),
                                CallCommandState.CALL_COMMAND_STATE_CANCELLED),
                        tuple(refused.getCommandId(), CallCommandState.CALL_COMMAND_STATE_REFUSED));
        assertThat(commands.getLast().getRefusalReason())
                .isEqualTo(refusal("d53", refused).getRefuse().getReason());
        assertThat(commands.getLast().getRefusalComment())
                .isEqualTo(refusal("d53", refused).getRefuse().getComment());
        assertThat(commands.getFirst().getRefusalReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_UNSPECIFIED);
    }

    @Test
    void whoNeverWorkedHasNoCommands() {
        assertThat(commandsOf("d56")).isEmpty();
    }

    private List<CallCommand> commandsOf(String driverId) {
        return commander
                .getDriverCommands(
                        GetDriverCommandsRequest.newBuilder().setDriverId(driverId).build())
                .getCommandsList();
    }
}

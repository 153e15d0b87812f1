package dev.supporters.commander;

import static dev.supporters.commander.SampleEvents.begun;
import static dev.supporters.commander.SampleRequests.acceptance;
import static dev.supporters.commander.SampleRequests.assignment;
import static dev.supporters.commander.SampleRequests.cancellation;
import static dev.supporters.commander.SampleRequests.closing;
import static dev.supporters.commander.SampleRequests.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.commander.v1.StepDoubt;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.Race;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@QuarkusTest
class CommanderTest extends ComponentTest {

    @Test
    void aCallIsCommandedAcceptedBySilenceAndDrivenToItsEnd() {
        // Given
        outside.begin("d1");

        // When
        Command command = outside.commanded("call1", "d1");
        await().untilAsserted(
                        () -> assertThat(outside.published("d1")).containsExactly("COMMANDED"));
        silenceUntil("d1", EngagementState.ENGAGEMENT_STATE_ACCEPTED);
        for (DriveStep step :
                List.of(
                        DriveStep.DRIVE_STEP_ARRIVED,
                        DriveStep.DRIVE_STEP_PICKED_UP,
                        DriveStep.DRIVE_STEP_COMPLETED)) {
            outside.progress("d1", "call1", step);
            outside.progress("d1", "call1", step);
        }

        // Then
        assertThat(command.getCommandId()).isEqualTo("call1-d1-2");
        assertThat(outside.state("d1")).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE);
        await().untilAsserted(() ->
                assertThat(outside.published("d1"))
                        .containsExactly(
                                "COMMANDED", "ACCEPTED", "ARRIVED", "PICKED_UP", "COMPLETED"));
        assertThat(outside.businessDates("d1")).containsExactly(begun("d1").getBusinessDate());
    }

    @Test
    void aDriverWhoIsElsewhereIsToldSoAndAnOperatorIsBelieved() {
        // Given
        outside.begin("away1");
        outside.begin("away2");
        for (String driver : List.of("away1", "away2")) {
            commander.respond(acceptance(driver, outside.commanded("call-" + driver, driver)));
        }

        // When
        StepDoubt ofTheDriver = outside.ownArrival("away1", "call-away1").getDoubt();
        outside.progress("away2", "call-away2", DriveStep.DRIVE_STEP_ARRIVED);

        // Then
        assertThat(ofTheDriver).isEqualTo(StepDoubt.STEP_DOUBT_FAR_FROM_CUSTOMER);
        for (String driver : List.of("away1", "away2")) {
            assertThat(outside.state(driver)).isEqualTo(EngagementState.ENGAGEMENT_STATE_ARRIVED);
        }
    }

    @Test
    void aCommandWhoseAnswersAreLostIsGivenAndAcceptedOnce() {
        // Given
        outside.begin("lost1");
        LostAnswers answers = new LostAnswers();
        CommanderServiceBlockingStub unlucky = commander.withInterceptors(answers);
        AssignRequest assignment = assignment("lostcall1", "lost1");

        // When
        Command command = answers.repeated(() -> unlucky.assign(assignment)).getCommand();
        RespondRequest acceptance = acceptance("lost1", command);
        RespondResponse accepted = answers.repeated(() -> unlucky.respond(acceptance));
        ProgressRequest arrival =
                ProgressRequest.newBuilder()
                        .setRequestId("arrival")
                        .setDriverId("lost1")
                        .setCallId("lostcall1")
                        .setStep(DriveStep.DRIVE_STEP_ARRIVED)
                        .build();
        answers.repeated(() -> unlucky.progress(arrival));

        // Then
        assertThat(accepted.getOutcome()).isEqualTo(CommandOutcome.COMMAND_OUTCOME_ACCEPTED);
        await().untilAsserted(() ->
                assertThat(outside.published("lost1"))
                        .containsExactly("COMMANDED", "ACCEPTED", "ARRIVED"));
    }

    @Test
    void aRefusalAndACancellationWhoseAnswersAreLostCountOnce() {
        // Given
        outside.begin("lost2");
        LostAnswers answers = new LostAnswers();
        CommanderServiceBlockingStub unlucky = commander.withInterceptors(answers);
        RespondRequest refusal = refusal("lost2", outside.commanded("lostcall2", "lost2"));

        // When
        answers.repeated(() -> unlucky.respond(refusal));
        outside.commanded("lostcall3", "lost2");
        CancelRequest cancellation = cancellation("lostcall3");
        CancelResponse again = answers.again(() -> unlucky.cancel(cancellation));

        // Then
        assertThat(again.hasEngagement()).as("a slot to free").isFalse();
        await().untilAsserted(() ->
                assertThat(outside.published("lost2"))
                        .containsExactly("COMMANDED", "REFUSED", "COMMANDED", "CANCELLED"));
    }

    @Test
    void ofTwoHundredCallsForOneDriverExactlyOneIsAssigned() {
        outside.begin("d5");

        List<AssignResponse> answers =
                Race.run(
                        IntStream.range(0, 200)
                                .<Callable<AssignResponse>>mapToObj(
                                        i -> () -> commander.assign(assignment("race" + i, "d5")))
                                .toList());

        assertThat(answers).filteredOn(AssignResponse::hasCommand).hasSize(1);
        assertThat(answers).filteredOn(AssignResponse::hasNoneFree).hasSize(199);
        await().untilAsserted(
                        () -> assertThat(outside.published("d5")).containsExactly("COMMANDED"));
    }

    @Test
    void aClosedCallGetsNoDriverAndAnEngagedOneIsNotClosed() {
        outside.begin("d6");
        assertThat(commander.closeCall(closing("closed6")).hasCommand()).isFalse();

        assertThat(commander.assign(assignment("closed6", "d6")).hasCallClosed()).isTrue();
        Command command = outside.commanded("call6", "d6");
        assertThat(commander.closeCall(closing("call6")).getCommand()).isEqualTo(command);
    }

    /** Lets time pass until silence has accepted: the timer is set a little after the command was given. */
    private void silenceUntil(String driver, EngagementState state) {
        clock.advance(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(outside.state(driver)).isEqualTo(state));
    }
}

package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.EndUser;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.StepDoubt;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

/** The steps of a drive, and positions that contradict them. */
@QuarkusTest
class DriveStepTest extends ComponentTest {

    @Test
    void tellsADriverWhyAStepIsDoubted() {
        taken(StepDoubt.STEP_DOUBT_FAR_FROM_CUSTOMER);

        arrive(issuer.driver())
                .body("errors", nullValue())
                .body("data.arrive.engagement.state", equalTo("ARRIVED"))
                .body("data.arrive.doubt", equalTo("FAR_FROM_CUSTOMER"));
    }

    @Test
    void aStepThatNobodyDoubtsHasNoDoubt() {
        taken(StepDoubt.STEP_DOUBT_UNSPECIFIED);

        arrive(issuer.driver()).body("errors", nullValue()).body("data.arrive.doubt", nullValue());
    }

    @Test
    void aStepThatIsHeldIsRefusedWithItsReason() {
        services.answer(
                CommanderServiceGrpc.getProgressMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_STEP_CONTRADICTED,
                            "step ARRIVED",
                            "a position that agrees");
                });

        arrive(issuer.driver())
                .body("errors[0].extensions.reason", equalTo("STEP_CONTRADICTED"))
                .body("errors[0].extensions.retryable", equalTo(false));
    }

    /** By this commander knows whether to compare the step with the driver's position. */
    @Test
    void tellsCommanderWhetherTheDriverSaysIt() {
        taken(StepDoubt.STEP_DOUBT_UNSPECIFIED);

        arrive(issuer.driver());
        assertThat(services.askedFor(CommanderServiceGrpc.getProgressMethod()).map(EndUser::id))
                .contains(DRIVER);

        arrive(issuer.operator());
        assertThat(services.askedFor(CommanderServiceGrpc.getProgressMethod())).isEmpty();
    }

    private void taken(StepDoubt doubt) {
        services.answer(
                CommanderServiceGrpc.getProgressMethod(),
                request ->
                        ProgressResponse.newBuilder()
                                .setEngagement(
                                        Engagement.newBuilder()
                                                .setDriverId(DRIVER)
                                                .setState(EngagementState.ENGAGEMENT_STATE_ARRIVED))
                                .setDoubt(doubt)
                                .build());
    }

    private static ValidatableResponse arrive(String token) {
        return ask(
                token,
                "mutation { arrive(input: {driverId: \""
                        + DRIVER
                        + "\", callId: \""
                        + CALL
                        + "\"}) { engagement { state } doubt } }");
    }
}

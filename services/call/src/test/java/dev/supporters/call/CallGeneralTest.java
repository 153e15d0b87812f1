package dev.supporters.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

@QuarkusTest
class CallGeneralTest extends ComponentTest {

    @Test
    void handsACallWithoutASupporterToTheLegacySystemUntilItTakesIt() {
        // When
        Call general = client.request("2501", "7001");

        // Then
        assertThat(general.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(general.getReason()).isEqualTo("NO_SUPPORTER");
        await().untilAsserted(() ->
                assertThat(parts.legacyHeard("2501"))
                        .hasSize(3)
                        .allSatisfy(heard ->
                                assertThat(heard)
                                        .startsWith(
                                                "POST /api/v1/calls.json"
                                                        + " Bearer "
                                                        + Embedded.LEGACY_TOKEN)
                                        .contains("\"registered\":true")
                                        .contains("\"lat\":\"37.39433886412452\"")));
    }

    @Test
    void sendsACallToGeneralDispatchWhenRoutingFails() {
        // When
        Call call = client.request("3001", "7001");

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(call.getReason()).isEqualTo("ROUTING_UNAVAILABLE");
    }

    @Test
    void followsACommissionDriver() {
        // Given
        client.request("2004", "7001");

        // When
        client.report("2004", "r1", GeneralStep.GENERAL_STEP_TAKEN);
        client.report("2004", "r2", GeneralStep.GENERAL_STEP_ARRIVED);
        client.report("2004", "r3", GeneralStep.GENERAL_STEP_PICKED_UP);
        Call completed = client.report("2004", "r4", GeneralStep.GENERAL_STEP_COMPLETED);

        // Then
        assertThat(completed.getState()).isEqualTo(CallState.CALL_STATE_COMPLETED);
        assertThat(completed.getDriverId()).isEqualTo("2000001");
        assertThat(completed.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_GENERAL);
    }
}

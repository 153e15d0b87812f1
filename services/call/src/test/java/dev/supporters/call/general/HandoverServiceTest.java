package dev.supporters.call.general;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;

class HandoverServiceTest {

    @Test
    void handsOverWhatIsOnGeneralDispatchAndHasNotEnded() {
        for (Call call : SampleCalls.all()) {
            // Given
            ServiceFixture service = new ServiceFixture();
            service.have(call);

            // When
            service.handover.sent(ID);

            // Then
            boolean wanted = call.path() == DispatchPath.GENERAL && !call.state().ended();
            assertThat(service.legacy.handedOver)
                    .as(call.state().toString())
                    .hasSize(wanted ? 1 : 0);
        }
    }

    @Test
    void takesBackWhatWasCancelledOrFailedElsewhere() {
        for (Call call : SampleCalls.all()) {
            // Given
            ServiceFixture service = new ServiceFixture();
            service.have(call);

            // When
            service.handover.ended(ID);

            // Then
            boolean unwanted =
                    call.state() instanceof CallState.Cancelled
                            || call.equals(SampleCalls.failed());
            assertThat(service.legacy.cancelled)
                    .as(call.state().toString())
                    .isEqualTo(
                            unwanted
                                    ? java.util.List.of(ID + "/" + CUSTOMER)
                                    : java.util.List.of());
        }
    }

    @Test
    void asksToHaveTheEventAgainWhenTheLegacySystemDoesNotAnswer() {
        // Given
        ServiceFixture service = new ServiceFixture();
        service.have(SampleCalls.general());
        service.legacy.down = true;

        // When, Then
        assertThatThrownBy(() -> service.handover.sent(ID)).isInstanceOf(Refusal.class);
    }

    @Test
    void isContentWithWhateverTheLegacySystemAnswersToTakingBack() {
        // Given
        ServiceFixture service = new ServiceFixture();
        service.have(SampleCalls.cancelled());
        service.legacy.answer = GeneralDispatcher.CancelOutcome.PICKED_UP;

        // When
        service.handover.ended(ID);

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.cancelled());
    }
}

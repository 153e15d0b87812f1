package dev.supporters.call.general;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Path;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void handsOverWhatIsOnGeneralDispatchAndHasNotEnded() {
        for (Call call : SampleCalls.all()) {
            // Given
            World world = new World();
            world.have(call);

            // When
            world.handover.sent(ID);

            // Then
            boolean wanted = call.path() == Path.GENERAL && !call.state().ended();
            assertThat(world.legacy.handedOver).as(call.state().toString()).hasSize(wanted ? 1 : 0);
        }
    }

    @Test
    void takesBackWhatWasCancelledOrFailedElsewhere() {
        for (Call call : SampleCalls.all()) {
            // Given
            World world = new World();
            world.have(call);

            // When
            world.handover.ended(ID);

            // Then
            boolean unwanted =
                    call.state() instanceof CallState.Cancelled
                            || call.equals(SampleCalls.failed());
            assertThat(world.legacy.cancelled)
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
        World world = new World();
        world.have(SampleCalls.general());
        world.legacy.down = true;

        // When, Then
        assertThatThrownBy(() -> world.handover.sent(ID)).isInstanceOf(Refusal.class);
    }

    @Test
    void isContentWithWhateverTheLegacySystemAnswersToTakingBack() {
        // Given
        World world = new World();
        world.have(SampleCalls.cancelled());
        world.legacy.answer = LegacySystem.Cancelling.PICKED_UP;

        // When
        world.handover.ended(ID);

        // Then
        assertThat(world.call()).isEqualTo(SampleCalls.cancelled());
    }
}

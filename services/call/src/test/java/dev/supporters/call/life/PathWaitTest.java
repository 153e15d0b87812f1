package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.SampleCalls.held;
import static dev.supporters.call.SampleCalls.requested;
import static dev.supporters.call.SampleCalls.requestedAgain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.CallState.Canceller;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class PathWaitTest {

    @Test
    void isTheTimeFromTheRequestToTheCommand() {
        assertThat(PathWait.ended(requested(), requested().commanded(COMMAND, after(120))))
                .contains(Duration.ofMillis(120));
    }

    @Test
    void isTheTimeFromTheRequestToGeneralDispatchHoweverTheCallCameThere() {
        assertThat(
                        PathWait.ended(
                                requested(),
                                requested().general("ROUTING_UNAVAILABLE", after(6_000))))
                .contains(Duration.ofSeconds(6));
    }

    @Test
    void afterARefusalItIsTheTimeFromTheRefusal() {
        Call refused = requestedAgain();

        assertThat(PathWait.ended(refused, refused.general("NO_SUPPORTER", after(250))))
                .contains(Duration.ofMillis(250));
    }

    @Test
    void whatThePolicyLetsACallWaitIsNotCounted() {
        Call held = requested().held(after(60_000), after(80));

        assertThat(PathWait.ended(held, held.commanded(COMMAND, after(45_000))))
                .contains(Duration.ofMillis(80));
        assertThat(PathWait.ended(held, held.general("NO_SUPPORTER", after(60_000))))
                .contains(Duration.ofMillis(80));
    }

    @Test
    void whatACallWaitsBeyondItsHoldIsCounted() {
        Call held = requested().held(after(60_000), after(80));

        assertThat(PathWait.ended(held, held.general("NO_SUPPORTER", after(63_500))))
                .contains(Duration.ofMillis(3_580));
    }

    @Test
    void aCallThatIsHeldAfterARefusalIsCountedFromTheHoldOn() {
        Call held = requestedAgain().held(after(90_000), after(30_000));

        assertThat(PathWait.ended(held, held.general("NO_SUPPORTER", after(90_200))))
                .contains(Duration.ofMillis(200));
    }

    @Test
    void aCallThatGetsNoPathIsNotCounted() {
        assertThat(PathWait.ended(requested(), held())).isEmpty();
        assertThat(PathWait.ended(requested(), requested().cancelled(Canceller.CUSTOMER, NOW)))
                .isEmpty();
    }

    @Test
    void aCallThatHasAPathIsCountedNoMore() {
        assertThat(PathWait.ended(SampleCalls.commanded(), SampleCalls.accepted())).isEmpty();
        assertThat(PathWait.ended(SampleCalls.general(), SampleCalls.generalAccepted())).isEmpty();
        assertThat(PathWait.ended(SampleCalls.commanded(), requestedAgain())).isEmpty();
    }

    @Test
    void aClockThatIsBehindMakesNoTime() {
        assertThat(PathWait.ended(requested(), requested().commanded(COMMAND, after(-40))))
                .contains(Duration.ZERO);
    }

    private static Instant after(long millis) {
        return NOW.plusMillis(millis);
    }
}

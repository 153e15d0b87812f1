package dev.supporters.commander.slot;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.ORIGIN;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverPositions.SeenPosition;
import dev.supporters.commander.slot.StepRule.Doubt;
import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** When a driver's last position contradicts a step. */
class StepRuleTest {

    private static final Position CUSTOMER = ORIGIN.position().orElseThrow();
    private static final Command COMMAND = command("254137", "1");

    /** Metres of a degree of latitude. */
    private static final double DEGREE = 111_195;

    private final StepRule rule = new StepRule(200, Duration.ofMinutes(1));

    @Test
    void whoIsWithTheCustomerIsBelieved() {
        assertThat(doubt(DriveStep.ARRIVED, 150, 0)).isEmpty();
        assertThat(doubt(DriveStep.PICKED_UP, 150, 0)).isEmpty();
    }

    @Test
    void whoCannotHaveComeSinceIsDoubted() {
        assertThat(doubt(DriveStep.ARRIVED, 350, 0)).contains(Doubt.FAR_FROM_CUSTOMER);
        assertThat(doubt(DriveStep.PICKED_UP, 350, 0)).contains(Doubt.FAR_FROM_CUSTOMER);
        assertThat(doubt(DriveStep.ARRIVED, 5_000, 60)).contains(Doubt.FAR_FROM_CUSTOMER);
    }

    @Test
    void aDriverMayHaveDrivenSinceTheLastPosition() {
        assertThat(doubt(DriveStep.ARRIVED, 350, 10)).isEmpty();
        assertThat(doubt(DriveStep.ARRIVED, 2_500, 60)).isEmpty();
    }

    @Test
    void anOldPositionSaysNothing() {
        assertThat(doubt(DriveStep.ARRIVED, 50_000, 61)).isEmpty();
        assertThat(doubt(DriveStep.COMPLETED, 0, 61)).isEmpty();
    }

    @Test
    void aDriveThatDidNotLeaveTheCustomersPlaceIsDoubted() {
        assertThat(doubt(DriveStep.COMPLETED, 150, 10)).contains(Doubt.NOT_DRIVEN);
        assertThat(doubt(DriveStep.COMPLETED, 250, 10)).isEmpty();
    }

    @Test
    void onlyTheNextStepOfTheCallIsLookedAt() {
        Optional<Slot> accepted = Optional.of(new Slot.Accepted(header("1"), COMMAND));
        Optional<Slot> driving = Optional.of(new Slot.Driving(header("1"), COMMAND));

        assertThat(StepRule.next(accepted, call("254137"), DriveStep.ARRIVED)).contains(COMMAND);
        assertThat(StepRule.next(accepted, call("254137"), DriveStep.PICKED_UP)).isEmpty();
        assertThat(StepRule.next(accepted, call("5"), DriveStep.ARRIVED)).isEmpty();
        assertThat(StepRule.next(driving, call("254137"), DriveStep.ARRIVED)).isEmpty();
        assertThat(StepRule.next(driving, call("254137"), DriveStep.COMPLETED)).contains(COMMAND);
        assertThat(
                        StepRule.next(
                                Optional.of(new Slot.Free(header("1"))),
                                call("254137"),
                                DriveStep.ARRIVED))
                .isEmpty();
        assertThat(StepRule.next(Optional.empty(), call("254137"), DriveStep.ARRIVED)).isEmpty();
    }

    private Optional<Doubt> doubt(DriveStep step, int meters, int secondsAgo) {
        Position position = new Position(CUSTOMER.lat() + meters / DEGREE, CUSTOMER.lng());
        return rule.doubt(
                COMMAND, step, new SeenPosition(position, NOW.minusSeconds(secondsAgo)), NOW);
    }
}

package dev.supporters.commander.slot;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.BUSINESS_DATE;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class PauseRuleTest {

    private static final WorkId LAST_NIGHT =
            WorkId.of(driver("7"), Product.PRODUCT_DRIVER, BUSINESS_DATE.minusDays(1));
    private static final ShiftVersion BEGUN = new ShiftVersion(work("7"), 1);
    private static final Slot OFF = new Slot.Off(header("7"));
    private static final Slot FREE = new Slot.Free(header("7"));
    private static final Slot PAUSED = new Slot.Paused(header("7"));
    private static final Slot ENGAGED = new Slot.Accepted(header("7"), command("254137", "7"));

    @Test
    void aFreeSlotIsPausedOnce() {
        assertThat(PauseRule.pause(Optional.of(FREE), BEGUN)).contains(Change.to(PAUSED));
        assertThat(PauseRule.pause(Optional.of(PAUSED), BEGUN)).isEmpty();
    }

    @Test
    void whoIsEngagedDoesNotRest() {
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                () -> PauseRule.pause(Optional.of(ENGAGED), BEGUN));
    }

    @Test
    void whoDoesNotWorkNeitherRestsNorResumes() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.pause(Optional.of(OFF), BEGUN));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.pause(Optional.empty(), BEGUN));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.unpause(Optional.of(OFF), BEGUN));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.unpause(Optional.empty(), BEGUN));
    }

    @Test
    void aPausedSlotIsFreedOnce() {
        assertThat(PauseRule.unpause(Optional.of(PAUSED), BEGUN)).contains(Change.to(FREE));
        assertThat(PauseRule.unpause(Optional.of(FREE), BEGUN)).isEmpty();
        assertThat(PauseRule.unpause(Optional.of(ENGAGED), BEGUN)).isEmpty();
    }

    @Test
    void aRestThatANewerStepOfTheShiftHasOvertakenPausesNothing() {
        Slot resumed =
                PauseRule.unpause(Optional.of(PAUSED), new ShiftVersion(work("7"), 4))
                        .orElseThrow()
                        .next();

        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE,
                () -> PauseRule.pause(Optional.of(resumed), new ShiftVersion(work("7"), 3)));
    }

    @Test
    void theEndOfAnEarlierRestThatComesLateFreesNothing() {
        Slot restingAgain =
                PauseRule.pause(Optional.of(FREE), new ShiftVersion(work("7"), 5))
                        .orElseThrow()
                        .next();

        assertThat(PauseRule.unpause(Optional.of(restingAgain), new ShiftVersion(work("7"), 4)))
                .isEmpty();
    }

    @Test
    void anotherShiftPausesAndFreesNothing() {
        ShiftVersion lastNight = new ShiftVersion(LAST_NIGHT, 9);

        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.pause(Optional.of(FREE), lastNight));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> PauseRule.unpause(Optional.of(PAUSED), lastNight));
    }

    @Test
    void aSlotThatIsNotEngagedClosesAtOnce() {
        Slot closed = PauseRule.close(Optional.of(FREE), work("7")).orElseThrow().next();

        assertThat(closed).isInstanceOf(Slot.Off.class);
        assertThat(PauseRule.engaged(Optional.of(closed), work("7"))).isFalse();
        assertThat(PauseRule.close(Optional.of(closed), work("7"))).isEmpty();
    }

    @Test
    void anEngagedSlotClosesByItselfLater() {
        Slot closing = PauseRule.close(Optional.of(ENGAGED), work("7")).orElseThrow().next();

        assertThat(closing).isInstanceOf(Slot.Accepted.class);
        assertThat(PauseRule.engaged(Optional.of(closing), work("7"))).isTrue();
        assertThat(PauseRule.close(Optional.of(closing), work("7"))).isEmpty();
    }

    @Test
    void anotherShiftsSlotIsLeftAloneAndAnsweredAsClosed() {
        assertThat(PauseRule.close(Optional.of(ENGAGED), LAST_NIGHT)).isEmpty();
        assertThat(PauseRule.engaged(Optional.of(ENGAGED), LAST_NIGHT)).isFalse();
        assertThat(PauseRule.close(Optional.empty(), work("7"))).isEmpty();
        assertThat(PauseRule.engaged(Optional.empty(), work("7"))).isFalse();
    }
}

package dev.supporters.commander.slot;

import static dev.supporters.commander.Samples.BUSINESS_DATE;
import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.shiftEvent;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ShiftRuleTest {

    private static final WorkId TOMORROW =
            WorkId.of(driver("7"), Product.PRODUCT_DRIVER, BUSINESS_DATE.plusDays(1));
    private static final ShiftEvent RESTED = shiftEvent("7", 2, WorkStep.State.RESTING);
    private static final ShiftEvent RESUMED = shiftEvent("7", 3, WorkStep.State.WORKING);
    private static final ShiftEvent ENDING = shiftEvent("7", 4, WorkStep.State.ENDING);
    private static final ShiftEvent ENDED = shiftEvent("7", 5, WorkStep.State.ENDED);

    @Test
    void aBeginFreesTheSlotUntilTheWindowsEnd() {
        Slot slot = after(begun("7"));

        assertThat(slot).isInstanceOf(Slot.Free.class);
        assertThat(slot.shift())
                .contains(
                        new ShiftRef(
                                work("7"),
                                Product.PRODUCT_DRIVER,
                                NOW.minusSeconds(1799),
                                WINDOW_END,
                                1,
                                false));
    }

    @Test
    void restsPauseAndResumesFree() {
        assertThat(after(begun("7"), RESTED)).isInstanceOf(Slot.Paused.class);
        assertThat(after(begun("7"), RESTED, RESUMED)).isInstanceOf(Slot.Free.class);
    }

    @Test
    void anEndClosesTheSlot() {
        assertThat(after(begun("7"), RESTED, RESUMED, ENDING, ENDED)).isInstanceOf(Slot.Off.class);
        assertThat(after(begun("7"), RESTED, ENDED)).isInstanceOf(Slot.Off.class);
    }

    @Test
    void anEngagedSlotClosesLater() {
        Slot engaged = new Slot.Driving(header("7"), command("254137", "7"));

        assertThat(after(engaged, ENDING)).isInstanceOf(Slot.Driving.class);
        assertThat(after(engaged, ENDING).shift().orElseThrow().closing()).isTrue();
        assertThat(after(engaged, ENDED).shift().orElseThrow().closing()).isTrue();
    }

    @Test
    void aRestThatIsReadLateDoesNotTouchAnEngagement() {
        assertThat(after(new Slot.Commanded(header("7"), command("254137", "7")), RESTED, RESUMED))
                .isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void eventsThatAreNotNewerThanTheNewestAppliedOneChangeNothing() {
        Slot resumed = after(begun("7"), RESTED, RESUMED);

        assertThat(ShiftRule.apply(Optional.of(resumed), begun("7"))).isEmpty();
        assertThat(ShiftRule.apply(Optional.of(resumed), RESTED)).isEmpty();
        assertThat(ShiftRule.apply(Optional.of(resumed), RESUMED)).isEmpty();
    }

    @Test
    void restsThatWereKnownAlreadyAreRememberedAsApplied() {
        // Given a rest and its end, both asked for directly before their events came
        Slot known = new Slot.Free(header("7"));
        Slot paused = PauseRule.pause(Optional.of(known), version(1)).orElseThrow().next();
        Slot resting = after(paused, RESTED);
        Slot freed = PauseRule.unpause(Optional.of(resting), version(3)).orElseThrow().next();

        // When the rest's event comes again
        Optional<Change<Slot>> again = ShiftRule.apply(Optional.of(freed), RESTED);

        // Then
        assertThat(again).isEmpty();
    }

    /** Rest, resume, rest, all asked for directly while the events of the shift are read late. */
    @Test
    void theEndOfAnEarlierRestDoesNotFreeWhoRestsAgain() {
        // Given
        Slot resting =
                PauseRule.pause(Optional.of(after(begun("7"))), version(1)).orElseThrow().next();
        Slot resumed = PauseRule.unpause(Optional.of(resting), version(3)).orElseThrow().next();
        Slot restingAgain = PauseRule.pause(Optional.of(resumed), version(3)).orElseThrow().next();

        // When
        Slot read = after(restingAgain, RESTED, RESUMED);

        // Then
        assertThat(read).isInstanceOf(Slot.Paused.class);
        assertThat(after(read, shiftEvent("7", 4, WorkStep.State.RESTING)))
                .isInstanceOf(Slot.Paused.class);
        assertThat(
                        after(
                                read,
                                shiftEvent("7", 4, WorkStep.State.RESTING),
                                shiftEvent("7", 5, WorkStep.State.WORKING)))
                .isInstanceOf(Slot.Free.class);
    }

    private static ShiftVersion version(long version) {
        return new ShiftVersion(work("7"), version);
    }

    @Test
    void theNextNightsShiftTakesTheSlotOver() {
        Slot next = after(after(begun("7"), ENDED), beginOfTomorrow());

        assertThat(next).isInstanceOf(Slot.Free.class);
        assertThat(next.shift().orElseThrow().workId()).isEqualTo(TOMORROW);
    }

    @Test
    void anOlderShiftChangesNothing() {
        Slot next = after(beginOfTomorrow());

        assertThat(ShiftRule.apply(Optional.of(next), begun("7"))).isEmpty();
        assertThat(ShiftRule.apply(Optional.of(next), ENDED)).isEmpty();
    }

    @Test
    void aShiftWhoseBeginWasNotReadOpensNothing() {
        assertThat(ShiftRule.apply(Optional.empty(), RESUMED)).isEmpty();
        assertThat(
                        ShiftRule.apply(
                                Optional.of(after(begun("7"))), tomorrow(2, WorkStep.State.ENDED)))
                .isEmpty();
    }

    @Test
    void whoBeginsWhileADriveLastsIsFreeAfterIt() {
        Slot engaged = after(new Slot.Driving(header("7"), command("254137", "7")), ENDED);
        Slot begun = after(engaged, beginOfTomorrow());

        assertThat(begun).isInstanceOf(Slot.Driving.class);
        assertThat(((Slot.Driving) begun).freed(new Outcome.Accepted(true), NOW))
                .isInstanceOf(Slot.Free.class);
    }

    @Test
    void closingTellsWhenTheNewestCallEndedThatTheDriverHadTaken() {
        // Given
        Slot driven =
                new Slot.Driving(header("7"), command("254137", "7"))
                        .freed(new Outcome.Accepted(true), NOW);
        Slot refused =
                new Slot.Commanded(header("7"), command("254137", "7"))
                        .freed(new Outcome.Refused(RefusalReason.REFUSAL_REASON_TOO_FAR, ""), NOW);

        // Then
        assertThat(lastFreed(driven)).contains(NOW);
        assertThat(lastFreed(ShiftRule.closed(driven))).contains(NOW);
        assertThat(lastFreed(refused)).isEmpty();
        assertThat(PauseRule.lastFreed(Optional.of(driven), TOMORROW)).isEmpty();
        assertThat(
                        PauseRule.lastFreed(
                                Optional.of(after(after(driven, ENDED), beginOfTomorrow())),
                                TOMORROW))
                .isEmpty();
    }

    private static Optional<Instant> lastFreed(Slot slot) {
        return PauseRule.lastFreed(Optional.of(slot), slot.shift().orElseThrow().workId());
    }

    @Test
    void whateverComesTwoOrThreeTimesTheSlotEndsTheSame() {
        List<ShiftEvent> night = List.of(begun("7"), RESTED, RESUMED, ENDING, ENDED);
        for (int length = 1; length <= night.size(); length++) {
            List<ShiftEvent> part = night.subList(0, length);
            Slot once = after(part.toArray(ShiftEvent[]::new));
            Random random = new Random(length);
            for (int round = 0; round < 100; round++) {
                Optional<Slot> slot = Optional.empty();
                for (int i = 0; i < part.size(); i++) {
                    // each for the first time in its order; older ones come again in between, as
                    // after a rebalance
                    slot = Optional.of(applied(slot, part.get(i)));
                    for (int again = 0; again < 3; again++) {
                        slot = Optional.of(applied(slot, part.get(random.nextInt(i + 1))));
                    }
                }
                assertThat(slot).contains(once);
            }
        }
    }

    private static ShiftEvent beginOfTomorrow() {
        return new ShiftEvent(
                tomorrow(1, WorkStep.State.WORKING).step(),
                Optional.of(WINDOW_END.plus(Duration.ofDays(1))));
    }

    private static ShiftEvent tomorrow(long version, WorkStep.State state) {
        return new ShiftEvent(
                new WorkStep(
                        driver("7"),
                        TOMORROW,
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        version,
                        state,
                        NOW.plus(Duration.ofDays(1))),
                Optional.empty());
    }

    private static Slot after(ShiftEvent... events) {
        return after(Slot.neverWorked(driver("7")), events);
    }

    private static Slot after(Slot slot, ShiftEvent... events) {
        Slot after = slot;
        for (ShiftEvent each : events) {
            after = applied(Optional.of(after), each);
        }
        return after;
    }

    private static Slot applied(Optional<Slot> slot, ShiftEvent events) {
        return ShiftRule.apply(slot, events).map(Change::next).or(() -> slot).orElseThrow();
    }
}

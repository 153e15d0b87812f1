package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.order;
import static dev.supporters.commander.Samples.shiftEvent;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.ShiftEvent;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class SlotServiceTest {

    private static final ShiftVersion BEGUN = new ShiftVersion(work("1"), 1);

    private final Night night = new Night();

    @Test
    void whoNeverWorkedIsOff() {
        assertThat(night.slot("1")).isEqualTo(Slot.neverWorked(driver("1")));
        assertThat(night.slotService.slot(driver("1")).version()).isZero();
        assertThat(night.slotService.close(driver("1"), work("1")).engaged()).isFalse();
    }

    @Test
    void whoRestsGetsNoCommandAndWhoResumesDoes() {
        night.at("1");
        night.slotService.pause(driver("1"), BEGUN);
        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.NoneFree(1));

        night.slotService.unpause(driver("1"), BEGUN);
        assertThat(night.assignments.assign(order("254137", "1")))
                .isInstanceOf(Assignment.Given.class);
    }

    @Test
    void whoIsCommandedCannotRest() {
        night.at("1");
        night.commanded("254137", "1");

        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                () -> night.slotService.pause(driver("1"), BEGUN));
    }

    @Test
    void whoseSlotIsClosedCannotResume() {
        night.at("1");
        assertThat(night.slotService.close(driver("1"), work("1")).engaged()).isFalse();

        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> night.slotService.unpause(driver("1"), BEGUN));
        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.NoneFree(1));
    }

    @Test
    void eventsThreeTimesAndInAnyOrderAcrossDriversEndTheSame() {
        // Given five drivers' nights, each with its own end
        Map<String, List<ShiftEvent>> nights = new HashMap<>();
        for (int d = 1; d <= 5; d++) {
            nights.put("" + d, nightOf("" + d).subList(0, d));
        }
        Night plain = new Night();
        nights.values().forEach(events -> events.forEach(plain.slotService::apply));

        for (int seed = 0; seed < 50; seed++) {
            // When each event comes three times in a row, and drivers are mixed at random
            Night mixed = new Night();
            List<String> turns = new ArrayList<>();
            nights.forEach(
                    (driver, events) -> turns.addAll(Collections.nCopies(events.size(), driver)));
            Collections.shuffle(turns, new Random(seed));
            Map<String, Integer> next = new HashMap<>();
            for (String driver : turns) {
                ShiftEvent event = nights.get(driver).get(next.merge(driver, 1, Integer::sum) - 1);
                IntStream.range(0, 3).forEach(i -> mixed.slotService.apply(event));
            }

            // Then
            for (String driver : nights.keySet()) {
                assertThat(mixed.slotService.slot(driver(driver)))
                        .isEqualTo(plain.slotService.slot(driver(driver)));
            }
        }
    }

    private static List<ShiftEvent> nightOf(String driver) {
        return List.of(
                begun(driver),
                shiftEvent(driver, 2, WorkStep.State.RESTING),
                shiftEvent(driver, 3, WorkStep.State.WORKING),
                shiftEvent(driver, 4, WorkStep.State.ENDING),
                shiftEvent(driver, 5, WorkStep.State.ENDED));
    }
}

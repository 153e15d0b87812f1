package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.order;
import static dev.supporters.commander.Samples.shiftEvent;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever happens in whatever order, rule 8 holds and the events of a driver fit together. */
class EngagementPropertiesTest {

    private static final List<String> DRIVERS = List.of("1", "2", "3");

    @Property(seed = "1", tries = 300)
    void aCallHasAtMostOneDriverAndACommandOneOutcome(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> steps) {
        Night night = new Night().at("1", "2", "3");

        for (int step : steps) {
            try {
                play(night, step);
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isNotEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
            }
            assertThat(engagedCalls(night)).doesNotHaveDuplicates();
        }

        assertThat(outcomes(night).values()).allMatch(outcomes -> outcomes.size() <= 1);
        assertEventsEndAsSlotsAre(night);
    }

    private static void play(Night night, int step) {
        String driver = "" + (1 + step / 10 % 3);
        String call = "" + (100 + step / 100 % 4);
        CommandKey key = CommandKey.of("", call);
        switch (step % 10) {
            case 0, 1 -> night.assignments.assign(order(call, driver, "" + (1 + step / 1000 % 3)));
            case 2 -> night.answers.refuse(driver(driver), key, TOO_FAR, anyRequest());
            case 3 -> night.answers.accept(driver(driver), key, anyRequest());
            case 4 ->
                    night.drives.step(
                            driver(driver),
                            call(call),
                            DriveStep.values()[step / 1000 % 3],
                            anyRequest());
            case 5 ->
                    night.drives.cancel(
                            call(call), CancellationReason.forNumber(1 + step / 1000 % 4));
            case 6 -> {
                night.clock.advance(Duration.ofSeconds(step / 1000 % 8));
                night.store()
                        .overdue(night.clock.instant(), 10)
                        .forEach(command ->
                                night.answers.silence(command.driverId(), command.commandId()));
            }
            case 7 ->
                    night.slotService.pause(
                            driver(driver), new ShiftVersion(work(driver), 1 + step / 1000 % 5));
            case 8 ->
                    night.slotService.unpause(
                            driver(driver), new ShiftVersion(work(driver), 1 + step / 1000 % 5));
            default -> {
                if (step / 1000 % 5 == 0) {
                    night.assignments.close(call(call));
                } else if (step / 1000 % 5 == 1) {
                    night.slotService.close(driver(driver), work(driver));
                } else {
                    night.slotService.apply(
                            shiftEvent(
                                    driver,
                                    2 + step / 1000 % 3,
                                    step / 10_000 % 2 == 0
                                            ? WorkStep.State.RESTING
                                            : WorkStep.State.WORKING));
                }
            }
        }
    }

    private static List<String> engagedCalls(Night night) {
        return DRIVERS.stream()
                .map(night::slot)
                .filter(Slot.Engaged.class::isInstance)
                .map(slot -> ((Slot.Engaged) slot).command().callId().value())
                .toList();
    }

    private static Map<String, List<String>> outcomes(Night night) {
        Map<String, List<String>> outcomes = new HashMap<>();
        for (ActivityEvent event : night.published()) {
            boolean outcome =
                    event.hasAccepted()
                            || event.hasRefused()
                            || (event.hasCancelled() && !event.getCancelled().getAfterAcceptance());
            if (outcome) {
                outcomes.computeIfAbsent(event.getCommandId(), id -> new ArrayList<>())
                        .add(event.getActionName().name());
            }
        }
        return outcomes;
    }

    private static void assertEventsEndAsSlotsAre(Night night) {
        for (String driver : DRIVERS) {
            List<ActivityEvent> events =
                    night.published().stream()
                            .filter(event -> event.getDriverId().equals(driver))
                            .toList();
            assertThat(events)
                    .extracting(ActivityEvent::getVersion)
                    .isSorted()
                    .doesNotHaveDuplicates();
            boolean live =
                    !events.isEmpty()
                            && !events.getLast().hasRefused()
                            && !events.getLast().hasCompleted()
                            && !events.getLast().hasCancelled();
            assertThat(night.slot(driver) instanceof Slot.Engaged).isEqualTo(live);
        }
    }
}

package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.Slot;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

class DriveServiceTest {

    private static final CancellationReason CUSTOMER =
            CancellationReason.CANCELLATION_REASON_CUSTOMER;

    private final Night night = new Night().at("1", "2");

    @Test
    void aDriveIsPublishedStepByStepWithGrowingVersions() {
        night.accepted("254137", "1");
        for (DriveStep step : DriveStep.values()) {
            night.drives.step(driver("1"), call("254137"), step, anyRequest());
            night.drives.step(driver("1"), call("254137"), step, anyRequest());
        }

        assertThat(night.publishedNames())
                .containsExactly("COMMANDED", "ACCEPTED", "ARRIVED", "PICKED_UP", "COMPLETED");
        assertThat(night.published())
                .extracting(ActivityEvent::getVersion)
                .containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(
                        night.registry
                                .counter("supporters_commander_drives_total", "end", "completed")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void whoArrivesAfterASilentDeadlineNeedNotWaitForTheTimer() {
        night.commanded("254137", "1");
        night.clock.advance(VETO);

        Versioned<Slot> slot =
                night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest());

        assertThat(slot.value()).isInstanceOf(Slot.Arrived.class);
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED", "ARRIVED");
        assertThat(night.published().get(1).getAccepted().getBySilence()).isTrue();
    }

    @Test
    void beforeTheDeadlineThereIsNoDrive() {
        night.commanded("254137", "1");

        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_DRIVE_STATE,
                () ->
                        night.drives.step(
                                driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest()));
    }

    @Test
    void whoArrivesForACallThatWasDispatchedOtherwiseIsRefused() {
        night.commanded("254137", "1");
        night.clock.advance(VETO);
        night.calls.agree(false);

        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_DRIVE_STATE,
                () ->
                        night.drives.step(
                                driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest()));
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "CANCELLED");
    }

    @Test
    void aCancellationFreesTheDriverOnce() {
        night.accepted("254137", "1");

        Optional<Versioned<Slot>> freed = night.drives.cancel(call("254137"), CUSTOMER);
        Optional<Versioned<Slot>> again = night.drives.cancel(call("254137"), CUSTOMER);

        assertThat(freed.map(Versioned::value)).containsInstanceOf(Slot.Free.class);
        assertThat(again).isEmpty();
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED", "CANCELLED");
        assertThat(night.published().getLast().getCancelled().getAfterAcceptance()).isTrue();
    }

    @Test
    void aCallWithoutADriverIsCancelledWithoutOne() {
        night.closeCall("5");

        assertThat(night.drives.cancel(call("254137"), CUSTOMER)).isEmpty();
        assertThat(night.drives.cancel(call("5"), CUSTOMER)).isEmpty();
    }

    @Test
    void whoIsBeingDrivenCannotCancel() {
        night.accepted("254137", "1");
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest());
        night.drives.step(driver("1"), call("254137"), DriveStep.PICKED_UP, anyRequest());

        assertRefused(
                ErrorReason.ERROR_REASON_CALL_PICKED_UP,
                () -> night.drives.cancel(call("254137"), CUSTOMER));
    }

    @Test
    void aRefusedCallThatFoundAnotherDriverIsCancelledThere() {
        Command first = night.commanded("254137", "1");
        night.answers.refuse(driver("1"), key(first), TOO_FAR, anyRequest());
        night.commanded("254137", "2");

        Optional<Versioned<Slot>> freed = night.drives.cancel(call("254137"), CUSTOMER);

        assertThat(freed.map(slot -> slot.value().driverId())).contains(driver("2"));
        assertThat(night.counted("cancelled")).isEqualTo(1);
    }

    @Test
    void aDriveOutlivesItsShiftAndThenItsDriverIsOff() {
        night.accepted("254137", "1");
        assertThat(night.slotService.close(driver("1"), work("1")).engaged()).isTrue();

        for (DriveStep step : DriveStep.values()) {
            night.drives.step(driver("1"), call("254137"), step, anyRequest());
        }

        assertThat(night.slot("1")).isInstanceOf(Slot.Off.class);
        assertThat(night.slotService.close(driver("1"), work("1")).engaged()).isFalse();
    }

    @Test
    void everyEventOfAShiftHasItsBusinessDateAlsoAfterMidnight() {
        night.clock.set(Instant.parse("2026-11-20T15:30:00Z")); // 00:30 on the 21st in Seoul
        Command refused = night.commanded("1", "1");
        night.answers.refuse(driver("1"), key(refused), TOO_FAR, anyRequest());
        night.commanded("2", "1");
        night.drives.cancel(call("2"), CUSTOMER);
        night.accepted("3", "1");
        for (DriveStep step : DriveStep.values()) {
            night.drives.step(driver("1"), call("3"), step, anyRequest());
        }

        assertThat(night.published())
                .extracting(ActivityEvent::getEventCase)
                .containsOnly(
                        Stream.of(ActivityEvent.EventCase.values())
                                .filter(event -> event != ActivityEvent.EventCase.EVENT_NOT_SET)
                                .toArray(ActivityEvent.EventCase[]::new));
        assertThat(night.published())
                .extracting(WorkId::of)
                .containsOnly(begun("1").step().workId());
        assertThat(night.published())
                .extracting(ActivityEvent::getBusinessDate)
                .containsOnly("2026-11-20");
    }
}

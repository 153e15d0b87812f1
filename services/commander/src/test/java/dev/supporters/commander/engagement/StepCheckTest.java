package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverPositions;
import dev.supporters.commander.slot.DriverPositions.SeenPosition;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.StepRule.Doubt;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** What becomes of a step that the driver's position contradicts. */
class StepCheckTest {

    private static final Position SEOUL = new Position(37.5665, 126.978);

    private final Night night = new Night().at("1");

    @Test
    void aStepIsTakenWithAWarning() {
        night.accepted("254137", "1");
        StepCheck checks = checks("warned", this::inSeoul);

        Optional<Doubt> doubt = checks.check(driver("1"), call("254137"), DriveStep.ARRIVED);

        assertThat(doubt).contains(Doubt.FAR_FROM_CUSTOMER);
        assertThat(counted("arrived", "warned")).isEqualTo(1);
    }

    @Test
    void aStepIsHeldUntilThePositionAgrees() {
        night.accepted("254137", "1");
        StepCheck checks = checks("held", this::inSeoul);

        assertRefused(
                ErrorReason.ERROR_REASON_STEP_CONTRADICTED,
                () -> checks.check(driver("1"), call("254137"), DriveStep.ARRIVED));
        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(counted("arrived", "held")).isEqualTo(1);
        assertThat(
                        checks("held", _ -> Optional.empty())
                                .check(driver("1"), call("254137"), DriveStep.ARRIVED))
                .isEmpty();
    }

    @Test
    void nobodyAsksWhereTheSettingIsToIgnoreIt() {
        night.accepted("254137", "1");

        assertThat(
                        checks(
                                        "ignored",
                                        _ -> {
                                            throw new AssertionError("asked");
                                        })
                                .check(driver("1"), call("254137"), DriveStep.ARRIVED))
                .isEmpty();
    }

    @Test
    void aStepThatWasTakenIsNotDoubtedWhenItIsSentAgain() {
        night.accepted("254137", "1");
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest());

        assertThat(
                        checks("held", this::inSeoul)
                                .check(driver("1"), call("254137"), DriveStep.ARRIVED))
                .isEmpty();
    }

    @Test
    void withoutAnAnswerThereIsNoDoubt() {
        night.accepted("254137", "1");

        assertThat(
                        checks(
                                        "held",
                                        _ -> {
                                            throw new Refusal(
                                                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                                                    "activity does not answer",
                                                    "an answer");
                                        })
                                .check(driver("1"), call("254137"), DriveStep.ARRIVED))
                .isEmpty();
    }

    private Optional<SeenPosition> inSeoul(DriverId driverId) {
        return Optional.of(new SeenPosition(SEOUL, night.clock.instant()));
    }

    private StepCheck checks(String contradicted, DriverPositions positions) {
        return new StepCheck(
                night.store(),
                positions,
                night.millisClock,
                new CommandMetrics(night.registry),
                Night.config(Map.of("supporters.commander.steps.contradicted", contradicted)));
    }

    private double counted(String step, String outcome) {
        return night.registry
                .counter(
                        "supporters_commander_doubted_steps_total",
                        "step",
                        step,
                        "outcome",
                        outcome)
                .count();
    }
}

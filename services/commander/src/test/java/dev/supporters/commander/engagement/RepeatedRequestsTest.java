package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverRefusal;
import dev.supporters.commander.slot.Slot;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalReason;

import org.junit.jupiter.api.Test;

/** A request's key with the same body is answered as before, with another one it is refused. */
class RepeatedRequestsTest {

    private static final ErrorReason REUSED = ErrorReason.ERROR_REASON_REQUEST_ID_REUSED;

    private final Night night = new Night().at("1");

    @Test
    void anAcceptanceThatComesAgainIsAnsweredAsBefore() {
        Command command = night.commanded("254137", "1");

        night.answers.accept(driver("1"), key(command), "k");
        night.answers.accept(driver("1"), key(command), "k");

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED");
    }

    @Test
    void theKeyOfAnAcceptanceRefusesNothingAndAcceptsNothingElse() {
        Command first = night.accepted("254137", "1", "k");

        assertRefused(REUSED, () -> night.answers.refuse(driver("1"), key(first), TOO_FAR, "k"));

        complete("254137");
        Command second = night.commanded("254138", "1");
        assertRefused(REUSED, () -> night.answers.accept(driver("1"), key(second), "k"));
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void theKeyOfAnAcceptanceThatChangedNothingIsOfThisCommandToo() {
        Command first = night.accepted("254137", "1", "k");
        night.answers.accept(driver("1"), key(first), "again");
        complete("254137");
        Command second = night.commanded("254138", "1");

        assertRefused(REUSED, () -> night.answers.accept(driver("1"), key(second), "again"));
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void theKeyOfAStepThatWasTakenAlreadyIsOfThisStepOnly() {
        night.accepted("254137", "1", anyRequest());
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, "k");
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, "again");

        assertRefused(
                REUSED,
                () -> night.drives.step(driver("1"), call("254137"), DriveStep.PICKED_UP, "again"));
        assertThat(night.slot("1")).isInstanceOf(Slot.Arrived.class);
    }

    @Test
    void theKeyOfARefusalHasOneReason() {
        Command command = night.commanded("254137", "1");
        night.answers.refuse(driver("1"), key(command), TOO_FAR, "k");

        night.answers.refuse(driver("1"), key(command), TOO_FAR, "k");

        DriverRefusal other = new DriverRefusal(RefusalReason.REFUSAL_REASON_HEALTH, "");
        assertRefused(REUSED, () -> night.answers.refuse(driver("1"), key(command), other, "k"));
    }

    @Test
    void theKeyOfAStepIsOfThisStepOnly() {
        night.accepted("254137", "1", anyRequest());
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, "k");

        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, "k");

        assertRefused(
                REUSED,
                () -> night.drives.step(driver("1"), call("254137"), DriveStep.PICKED_UP, "k"));
        assertThat(night.slot("1")).isInstanceOf(Slot.Arrived.class);
    }

    @Test
    void aKeyMayBeUsedForAnotherOperationByAnotherDriverAndOnAnotherBusinessDate() {
        night.at("2");
        night.accepted("254137", "1", "k");
        night.accepted("254138", "2", "k");
        night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, "k");
        complete("254137");

        night.nextEvening("1");
        Command command = night.accepted("254139", "1", "k");

        assertThat(((Slot.Accepted) night.slot("1")).command()).isEqualTo(command);
    }

    private void complete(String call) {
        night.drives.step(driver("1"), call(call), DriveStep.ARRIVED, anyRequest());
        night.drives.step(driver("1"), call(call), DriveStep.PICKED_UP, anyRequest());
        night.drives.step(driver("1"), call(call), DriveStep.COMPLETED, anyRequest());
    }
}

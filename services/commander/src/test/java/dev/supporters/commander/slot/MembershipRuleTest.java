package dev.supporters.commander.slot;

import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.memberships;
import static dev.supporters.commander.Samples.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

class MembershipRuleTest {

    private final Night night = new Night().at("7");

    @Test
    void whoSwitchesOffOrIsRemovedGetsNoFurtherCommand() {
        night.slotService.apply(memberships("7", 2));

        assertThat(night.assignments.assign(order("254137", "7")))
                .isInstanceOf(Assignment.NoneFree.class);
        assertThat(night.slot("7").leftTheGroup()).isTrue();
    }

    @Test
    void whoSwitchesOnAgainIsCommandedAgain() {
        night.slotService.apply(memberships("7", 2));
        night.slotService.apply(memberships("7", 3, Product.PRODUCT_DRIVER));

        assertThat(night.commanded("254137", "7").driverId()).isEqualTo(driver("7"));
    }

    @Test
    void aDriveGoesOnToItsEnd() {
        Command command = night.commanded("254137", "7");

        night.slotService.apply(memberships("7", 2));
        night.answers.accept(driver("7"), key(command), anyRequest());
        night.drives.step(driver("7"), command.callId(), DriveStep.ARRIVED, anyRequest());
        night.drives.step(driver("7"), command.callId(), DriveStep.PICKED_UP, anyRequest());
        night.drives.step(driver("7"), command.callId(), DriveStep.COMPLETED, anyRequest());

        assertThat(night.slot("7")).isInstanceOf(Slot.Free.class);
        assertThat(night.assignments.assign(order("254138", "7")))
                .isInstanceOf(Assignment.NoneFree.class);
    }

    @Test
    void whatIsOlderChangesNothing() {
        night.slotService.apply(memberships("7", 3));
        night.slotService.apply(memberships("7", 2, Product.PRODUCT_DRIVER));
        night.slotService.apply(memberships("7", 3, Product.PRODUCT_DRIVER));

        assertThat(night.slot("7").leftTheGroup()).isTrue();
    }

    @Test
    void aBeginThatIsReadLaterThanTheEndOfTheMembershipGivesNoCommand() {
        night.slotService.apply(memberships("8", 2));
        night.at("8");

        assertThat(night.slot("8")).isInstanceOf(Slot.Free.class);
        assertThat(night.assignments.assign(order("254137", "8")))
                .isInstanceOf(Assignment.NoneFree.class);
    }

    @Test
    void whoseMembershipsWereNotHeardOfIsCommanded() {
        assertThat(night.slot("7").leftTheGroup()).isFalse();
        assertThat(night.commanded("254137", "7").driverId()).isEqualTo(driver("7"));
    }
}

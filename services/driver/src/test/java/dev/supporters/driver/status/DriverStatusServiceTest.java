package dev.supporters.driver.status;

import static dev.supporters.driver.status.ToldDriver.FRIDAY;
import static dev.supporters.driver.status.ToldDriver.SATURDAY;
import static dev.supporters.driver.status.ToldDriver.at;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ACCEPTED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ARRIVED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_COMMANDED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_DRIVING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_FREE;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_OFF;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_RESTING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_UNSPECIFIED;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;

class DriverStatusServiceTest {

    private final ToldDriver driver = new ToldDriver().begin();

    @Test
    void aDriverWithoutEventsWasNeverSeen() {
        new ToldDriver().isNow(DISPATCH_STATE_UNSPECIFIED, Instant.EPOCH, 0);
    }

    @Test
    void aDriverWhoBeginsIsFree() {
        driver.isNow(DISPATCH_STATE_FREE, at(0), 0);
    }

    @Test
    void followsADriveFromTheCommandToItsEnd() {
        driver.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        driver.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1), 0);
        driver.activity(FRIDAY, 3, EngagementStep.State.ACCEPTED, 2);
        driver.isNow(DISPATCH_STATE_ACCEPTED, "c1", at(2), 0);
        driver.activity(FRIDAY, 4, EngagementStep.State.ARRIVED, 3);
        driver.isNow(DISPATCH_STATE_ARRIVED, "c1", at(3), 0);
        driver.activity(FRIDAY, 5, EngagementStep.State.DRIVING, 4);
        driver.isNow(DISPATCH_STATE_DRIVING, "c1", at(4), 0);
        driver.activity(FRIDAY, 6, EngagementStep.State.COMPLETED, 5);
        driver.isNow(DISPATCH_STATE_FREE, at(5), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "CANCELLED"})
    void aCommandThatIsRefusedOrCancelledIsNoCompletedDrive(EngagementStep.State end) {
        // Given
        driver.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);

        // When
        driver.activity(FRIDAY, 3, end, 2);

        // Then
        driver.isNow(DISPATCH_STATE_FREE, at(2), 0);
    }

    @Test
    void restsAndResumes() {
        driver.work(FRIDAY, 2, WorkStep.State.RESTING, 10);
        driver.isNow(DISPATCH_STATE_RESTING, at(10), 0);
        driver.work(FRIDAY, 3, WorkStep.State.WORKING, 20);
        driver.isNow(DISPATCH_STATE_FREE, at(20), 0);
    }

    @Test
    void drivesOnAfterTheWindowsEndAndIsOffAfterwards() {
        // Given
        driver.activity(FRIDAY, 2, EngagementStep.State.DRIVING, 230);

        // When and then
        driver.work(FRIDAY, 2, WorkStep.State.ENDING, 240);
        driver.isNow(DISPATCH_STATE_DRIVING, "c1", at(230), 0);
        driver.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 250);
        driver.isNow(DISPATCH_STATE_OFF, at(250), 1);
        driver.work(FRIDAY, 3, WorkStep.State.ENDED, 250);
        driver.isNow(DISPATCH_STATE_OFF, at(250), 1);
    }

    @Test
    void drivesAreCountedWithinThePresentShift() {
        // Given
        driver.activity(FRIDAY, 2, EngagementStep.State.COMPLETED, 5);
        driver.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 15);
        driver.isNow(DISPATCH_STATE_FREE, at(15), 2);
        driver.work(FRIDAY, 2, WorkStep.State.ENDED, 240);
        driver.isNow(DISPATCH_STATE_OFF, at(240), 2);

        // When
        driver.work(SATURDAY, 1, WorkStep.State.WORKING, 1440);

        // Then
        driver.isNow(DISPATCH_STATE_FREE, at(1440), 0);
        driver.activity(SATURDAY, 9, EngagementStep.State.COMPLETED, 1450);
        driver.isNow(DISPATCH_STATE_FREE, at(1450), 1);
    }
}

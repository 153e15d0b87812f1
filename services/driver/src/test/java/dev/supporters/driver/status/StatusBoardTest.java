package dev.supporters.driver.status;

import static dev.supporters.driver.status.ToldBoard.FRIDAY;
import static dev.supporters.driver.status.ToldBoard.SATURDAY;
import static dev.supporters.driver.status.ToldBoard.at;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ACCEPTED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ARRIVED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_COMMANDED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_DRIVING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_FREE;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_OFF;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_RESTING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_UNSPECIFIED;

import dev.supporters.driver.status.EngagementStep.Phase;
import dev.supporters.driver.status.WorkStep.Standing;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class StatusBoardTest {

    private final ToldBoard board = new ToldBoard().begin();

    @Test
    void aDriverOfWhomNothingWasToldWasNeverSeen() {
        new ToldBoard().isNow(DISPATCH_STATE_UNSPECIFIED, "", Instant.EPOCH, 0);
    }

    @Test
    void whoBeginsIsFree() {
        board.isNow(DISPATCH_STATE_FREE, "", at(0), 0);
    }

    @Test
    void followsADriveFromTheCommandToItsEnd() {
        board.activity(FRIDAY, 2, Phase.COMMANDED, 1);
        board.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1), 0);
        board.activity(FRIDAY, 3, Phase.ACCEPTED, 2);
        board.isNow(DISPATCH_STATE_ACCEPTED, "c1", at(2), 0);
        board.activity(FRIDAY, 4, Phase.ARRIVED, 3);
        board.isNow(DISPATCH_STATE_ARRIVED, "c1", at(3), 0);
        board.activity(FRIDAY, 5, Phase.DRIVING, 4);
        board.isNow(DISPATCH_STATE_DRIVING, "c1", at(4), 0);
        board.activity(FRIDAY, 6, Phase.COMPLETED, 5);
        board.isNow(DISPATCH_STATE_FREE, "", at(5), 1);
    }

    @Test
    void aCommandThatIsDroppedIsNoCompletedDrive() {
        // Given
        board.activity(FRIDAY, 2, Phase.COMMANDED, 1);

        // When
        board.activity(FRIDAY, 3, Phase.DROPPED, 2);

        // Then
        board.isNow(DISPATCH_STATE_FREE, "", at(2), 0);
    }

    @Test
    void restsAndResumes() {
        board.work(FRIDAY, 2, Standing.RESTING, 10);
        board.isNow(DISPATCH_STATE_RESTING, "", at(10), 0);
        board.work(FRIDAY, 3, Standing.WORKING, 20);
        board.isNow(DISPATCH_STATE_FREE, "", at(20), 0);
    }

    @Test
    void drivesOnAfterTheWindowsEndAndIsOffAfterwards() {
        // Given
        board.activity(FRIDAY, 2, Phase.DRIVING, 230);

        // When and then
        board.work(FRIDAY, 2, Standing.ENDING, 240);
        board.isNow(DISPATCH_STATE_DRIVING, "c1", at(230), 0);
        board.activity(FRIDAY, 3, Phase.COMPLETED, 250);
        board.isNow(DISPATCH_STATE_OFF, "", at(250), 1);
        board.work(FRIDAY, 3, Standing.ENDED, 250);
        board.isNow(DISPATCH_STATE_OFF, "", at(250), 1);
    }

    @Test
    void drivesAreCountedWithinThePresentWork() {
        // Given
        board.activity(FRIDAY, 2, Phase.COMPLETED, 5);
        board.activity(FRIDAY, 3, Phase.COMPLETED, 15);
        board.isNow(DISPATCH_STATE_FREE, "", at(15), 2);
        board.work(FRIDAY, 2, Standing.ENDED, 240);
        board.isNow(DISPATCH_STATE_OFF, "", at(240), 2);

        // When
        board.work(SATURDAY, 1, Standing.WORKING, 1440);

        // Then
        board.isNow(DISPATCH_STATE_FREE, "", at(1440), 0);
        board.activity(SATURDAY, 9, Phase.COMPLETED, 1450);
        board.isNow(DISPATCH_STATE_FREE, "", at(1450), 1);
    }
}

package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkRestCause;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** Who works is a member of the group whose activity mode is on. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class WorkMembershipTest extends WorkFixture {

    @Test
    void refusesWhoIsNotAMember() {
        assertThat(refused(begin("r1", "stranger")))
                .isEqualTo(ErrorReason.ERROR_REASON_NOT_A_MEMBER);
        assertThat(refused(begin("r1", "lazy"))).isEqualTo(ErrorReason.ERROR_REASON_NOT_A_MEMBER);
    }

    @Test
    void whoIsRemovedFromTheGroupIsClockedOff() {
        // Given
        works.begin(begin("r1", "leaver"));
        probe.tellPoison(Topics.DRIVERS, "leaver");

        // When
        probe.tell(
                new Event(
                        Topics.DRIVERS,
                        "leaver",
                        "supporters.driver.put.v1",
                        DriverEvent.newBuilder()
                                .setPut(
                                        DriverPut.newBuilder()
                                                .setDriver(
                                                        Driver.newBuilder().setDriverId("leaver")))
                                .build()));

        // Then
        await().untilAsserted(() ->
                assertThat(status("leaver").getEndReason())
                        .isEqualTo(WorkEndReason.WORK_END_REASON_REMOVED));
    }

    @Test
    void whoIsSwitchedOffRestsUntilTheModeIsOnAgain() {
        // Given
        works.begin(begin("r1", "switched"));

        // When
        probe.tell(mode("switched", 2, ActivityMode.ACTIVITY_MODE_OFF));

        // Then
        await().untilAsserted(() ->
                assertThat(status("switched").getRestCause())
                        .isEqualTo(WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE));
        assertThat(status("switched").getState()).isEqualTo(WorkState.WORK_STATE_RESTING);

        // When
        probe.tell(mode("switched", 3, ActivityMode.ACTIVITY_MODE_ON));

        // Then
        await().untilAsserted(() ->
                assertThat(told("switched"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED));
        assertThat(told("switched").get(1).getRested().getCause())
                .isEqualTo(WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE);
        assertThat(status("switched").getState()).isEqualTo(WorkState.WORK_STATE_WORKING);
    }

    private static Event mode(String driverId, long version, ActivityMode mode) {
        return new Event(
                Topics.DRIVERS,
                driverId,
                "supporters.driver.put.v1",
                DriverEvent.newBuilder()
                        .setPut(
                                DriverPut.newBuilder()
                                        .setDriver(
                                                Driver.newBuilder()
                                                        .setDriverId(driverId)
                                                        .setVersion(version)
                                                        .addMemberships(
                                                                Membership.newBuilder()
                                                                        .setProduct(
                                                                                Product
                                                                                        .PRODUCT_DRIVER)
                                                                        .setRegion("seoul")
                                                                        .setMode(mode))))
                        .build());
    }
}

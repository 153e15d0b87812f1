package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.WorkStep;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.location.v1.LocationEvent;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.IntStream;

/** Which positions are taken, and what is published of them. */
class ReportingTest {

    private final Night night = new Night();

    @Test
    void takesPositionsThatAreNewerThanAllBefore() {
        // When
        night.goTo(20);
        int first = night.report(0, 10, 5, 20);
        night.goTo(21);
        int second = night.report(20, 15, 21);

        // Then
        assertThat(first).isEqualTo(3);
        assertThat(second).isEqualTo(1);
        assertThat(night.sent())
                .extracting(event -> secondsOf(event))
                .containsExactly(0L, 10L, 20L, 21L);
    }

    @Test
    void publishesThePositionAndTheShift() {
        // Given
        night.report(0);
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);

        // When
        night.report(1);

        // Then
        LocationEvent reported = night.sent().getLast();
        assertThat(reported.getDriverId()).isEqualTo("1004550");
        assertThat(reported.getWorkId()).isEqualTo(FRIDAY.value());
        assertThat(reported.getReported().getLocation().getLat()).isEqualTo(37.5);
        assertThat(reported.getReported().getLocation().getLng()).isEqualTo(127.0);
        assertThat(night.sent().getFirst().getWorkId()).isEmpty();
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        ReportRequest.Builder report = ReportRequest.newBuilder().setDriverId("1004550");
        invalid(report, "positions: 0");
        invalid(
                report.clone().addAllPositions(Collections.nCopies(101, at(37, 127))),
                "positions: 101");
        invalid(report.clone().addPositions(at(90.5, 0)), "positions[0].location.lat: 90.5");
        invalid(report.clone().addPositions(at(0, Double.NaN)), "positions[0].location.lng: NaN");
        invalid(
                report.clone().addPositions(at(0, 0).toBuilder().clearLocation()),
                "positions[0].location: nothing");
        invalid(
                report.clone().addPositions(at(0, 0).toBuilder().clearReportTime()),
                "positions[0].report_time: nothing");
    }

    @Test
    void takesAHundredPositionsAtOnce() {
        assertThat(night.report(IntStream.range(-100, 0).toArray())).isEqualTo(100);
    }

    private static long secondsOf(LocationEvent event) {
        return Duration.between(START, Timestamps.instant(event.getEventTime())).toSeconds();
    }

    private static Position at(double lat, double lng) {
        return Position.newBuilder()
                .setLocation(Point.newBuilder().setLat(lat).setLng(lng))
                .setReportTime(Timestamps.of(START))
                .build();
    }

    private static void invalid(ReportRequest.Builder request, String offending) {
        refused(() -> FieldBoundsTable.check(request.build()), offending);
    }

    private static void refused(ThrowingCallable call, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).isEqualTo(offending));
    }
}

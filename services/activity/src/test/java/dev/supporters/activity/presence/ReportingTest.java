package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.DRIVER;
import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.START;
import static dev.supporters.activity.presence.Night.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.activity.presence.WorkStep.Standing;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.location.v1.LocationEvent;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Which positions are taken, and what is told of them. */
class ReportingTest {

    private final Night night = new Night();

    @Test
    void takesPositionsThatAreNewerThanAllBefore() {
        // When
        int first = night.report(0, 10, 5, 20);
        int second = night.report(20, 15, 21);

        // Then
        assertThat(first).isEqualTo(3);
        assertThat(second).isEqualTo(1);
        assertThat(night.sent())
                .extracting(event -> secondsOf(event))
                .containsExactly(0L, 10L, 20L, 21L);
    }

    @Test
    void tellsWhereAndWithinWhichWork() {
        // Given
        night.report(0);
        night.work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        night.report(1);

        // Then
        LocationEvent told = night.sent().getLast();
        assertThat(told.getDriverId()).isEqualTo("1004550");
        assertThat(told.getWorkId()).isEqualTo(FRIDAY.value());
        assertThat(told.getReported().getLocation().getLat()).isEqualTo(37.5);
        assertThat(told.getReported().getLocation().getLng()).isEqualTo(127.0);
        assertThat(night.sent().getFirst().getWorkId()).isEmpty();
    }

    @Test
    void refusesWhatIsOutOfItsBounds() {
        refused(() -> night.lookout.report(DRIVER, List.of()), "positions: 0 positions");
        refused(
                () -> night.lookout.report(DRIVER, Collections.nCopies(101, position(0))),
                "positions: 101 positions");
        refused(() -> night.report(61), "positions.report_time: 2026-11-20T12:31:01Z");
        refused(() -> new Position(90.5, 0, START), "positions.location.lat: 90.5");
        refused(() -> new Position(0, Double.NaN, START), "positions.location.lng: NaN");
        assertThat(night.report(60)).isEqualTo(1);
    }

    @Test
    void takesAHundredPositionsAtOnce() {
        assertThat(night.report(IntStream.range(-100, 0).toArray())).isEqualTo(100);
    }

    private static long secondsOf(LocationEvent event) {
        return Duration.between(START, Timestamps.instant(event.getEventTime())).toSeconds();
    }

    private static void refused(ThrowingCallable call, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).isEqualTo(offending));
    }
}

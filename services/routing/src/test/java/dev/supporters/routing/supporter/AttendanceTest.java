package dev.supporters.routing.supporter;

import static dev.supporters.proto.common.v1.Product.PRODUCT_DRIVER;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class AttendanceTest {

    private static final Instant NINE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-11-20T16:00:00Z");

    private final Attendance unknown = new Attendance.Unknown();
    private final Attendance begun = unknown.begun(work(1), PRODUCT_DRIVER, ONE);

    @Test
    void goesThroughAWork() {
        assertThat(begun).isEqualTo(new Attendance.OnDuty(work(1), PRODUCT_DRIVER, ONE));
        assertThat(begun.rested(work(2), PRODUCT_DRIVER))
                .isEqualTo(new Attendance.Resting(work(2), PRODUCT_DRIVER, ONE));
        assertThat(begun.rested(work(2), PRODUCT_DRIVER).resumed(work(3), PRODUCT_DRIVER))
                .isEqualTo(new Attendance.OnDuty(work(3), PRODUCT_DRIVER, ONE));
        assertThat(begun.ended(work(4))).isEqualTo(new Attendance.OffDuty(work(4)));
    }

    @Test
    void passesOverWhatComesAgain() {
        // Given
        Attendance resting = begun.rested(work(2), PRODUCT_DRIVER);

        // Then
        assertThat(resting.begun(work(1), PRODUCT_DRIVER, ONE)).isEqualTo(resting);
        assertThat(resting.rested(work(2), PRODUCT_DRIVER)).isEqualTo(resting);
    }

    @Test
    void passesOverAnOlderWorkAndTakesANewerOne() {
        // Given
        Work yesterday = new Work("7-driver-2026-11-19", "seoul", 9, NINE.minusSeconds(72_000));
        Work tomorrow = new Work("7-driver-2026-11-21", "seoul", 1, NINE.plusSeconds(86_400));

        // Then
        assertThat(begun.ended(yesterday)).isEqualTo(begun);
        assertThat(begun.ended(work(2)).begun(tomorrow, PRODUCT_DRIVER, ONE.plusSeconds(86_400)))
                .isEqualTo(
                        new Attendance.OnDuty(tomorrow, PRODUCT_DRIVER, ONE.plusSeconds(86_400)));
    }

    @Test
    void aWorkWhoseBeginWasNotSeenHasNoKnownEnd() {
        assertThat(unknown.resumed(work(3), PRODUCT_DRIVER))
                .isEqualTo(new Attendance.OnDuty(work(3), PRODUCT_DRIVER, Instant.MAX));
    }

    private static Work work(long version) {
        return new Work("7-driver-2026-11-20", "seoul", version, NINE.plusSeconds(version * 60));
    }
}

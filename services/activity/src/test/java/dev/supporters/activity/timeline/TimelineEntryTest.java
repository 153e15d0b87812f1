package dev.supporters.activity.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TimelineEntryTest {

    @Test
    void positionsSortByTimeToTheNanosecondThenByEvent() {
        // Given
        List<TimelineEntry> inOrder =
                List.of(
                        entry("z", "1999-12-31T23:59:59.999999999Z"),
                        entry("y", "2026-11-20T12:00:00Z"),
                        entry("x", "2026-11-20T12:00:00.000000001Z"),
                        entry("a", "2026-11-20T12:00:01Z"),
                        entry("b", "2026-11-20T12:00:01Z"));

        // When
        Stream<String> positions = inOrder.stream().map(TimelineEntry::position);

        // Then
        assertThat(positions).isSorted();
    }

    private static TimelineEntry entry(String id, String time) {
        return new TimelineEntry(
                id,
                new DriverId("1"),
                WorkId.ofStored("1-driver-2026-11-20"),
                Instant.parse(time),
                "WORK_BEGUN",
                Optional.empty());
    }
}

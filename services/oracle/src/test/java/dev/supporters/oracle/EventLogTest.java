package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class EventLogTest {

    private static final byte[] CALL = CallEvent.newBuilder().setCallId("1").build().toByteArray();

    @Test
    void countsAnEventThatComesTwiceOnce() {
        // When
        EventLog log =
                EventLog.builder()
                        .add(EventLog.CALLS, "a", CALL)
                        .add(EventLog.CALLS, "a", CALL)
                        .add(EventLog.CALLS, "b", CALL)
                        .build();
        // Then
        assertThat(log.calls()).hasSize(2);
        assertThat(log.duplicates()).isEqualTo(1);
    }

    @Test
    void countsPositionsWithoutKeepingThem() {
        // Given
        byte[] position =
                LocationEvent.newBuilder()
                        .setReported(LocationReported.getDefaultInstance())
                        .build()
                        .toByteArray();
        // When
        EventLog log = EventLog.builder().add(EventLog.LOCATIONS, "a", position).build();
        // Then
        assertThat(log.positions()).isEqualTo(1);
        assertThat(log.reachability()).isEmpty();
    }

    @Test
    void countsWhatCannotBeRead() {
        EventLog log =
                EventLog.builder().add(EventLog.CALLS, "a", new byte[] {(byte) 0xff}).build();
        assertThat(log.unreadable()).isEqualTo(1);
        assertThat(log.calls()).isEmpty();
    }

    @Test
    void knowsWhenAnEventWasWrittenThatTookPlaceBefore() {
        // Given
        CallEvent event =
                CallEvent.newBuilder()
                        .setCallId("c1")
                        .setVersion(3)
                        .setEventTime(ScriptedEvents.time(10))
                        .build();
        // When
        EventLog log =
                EventLog.builder()
                        .add(
                                EventLog.CALLS,
                                "a",
                                Optional.of(ScriptedEvents.instant(40)),
                                event.toByteArray())
                        .build();
        // Then
        assertThat(log.written(event)).isEqualTo(ScriptedEvents.instant(40));
        assertThat(log.written(event.toBuilder().setVersion(4).build()))
                .isEqualTo(ScriptedEvents.instant(10));
    }
}

package dev.supporters.work.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftDetails;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

class ShiftMapperTest {

    private static final ShiftDetails DETAILS = new TestShifts().details("d1");
    private static final Instant TIME = Instant.parse("2026-11-20T13:00:00.123Z");

    private final ShiftMapper mapper = new ShiftMapper();

    static Stream<Shift> shifts() {
        return Stream.of(
                new Working(DETAILS, Duration.ofNanos(1)),
                new Resting(DETAILS, Duration.ofMinutes(3), TIME),
                new Ending(DETAILS, Duration.ZERO),
                new Ended(DETAILS, Duration.ofHours(1), TIME, EndReason.AFTER_DRIVE));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void readsWhatItWrote(Shift shift) {
        assertThat(mapper.read(mapper.write(shift))).isEqualTo(shift);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void onlyAShiftThatHasNotEndedIsFoundByItsWindowsEnd(Shift shift) {
        assertThat(mapper.write(shift).containsKey("openUntil")).isEqualTo(shift.open());
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void onlyAShiftThatHasEndedIsArchived(Shift shift) {
        assertThat(mapper.write(shift).containsKey("end")).isNotEqualTo(shift.open());
    }
}

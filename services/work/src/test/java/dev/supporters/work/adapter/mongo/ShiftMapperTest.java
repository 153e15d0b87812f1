package dev.supporters.work.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.work.Works;
import dev.supporters.work.shift.EndReason;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Ending;
import dev.supporters.work.shift.Frame;
import dev.supporters.work.shift.Resting;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Working;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

class ShiftMapperTest {

    private static final Frame FRAME = new Works().frame("d1");
    private static final Instant NANOS = Instant.parse("2026-11-20T13:00:00.123456789Z");

    private final ShiftMapper mapper = new ShiftMapper();

    static Stream<Shift> shifts() {
        return Stream.of(
                new Working(FRAME, Duration.ofNanos(1)),
                new Resting(FRAME, Duration.ofMinutes(3), NANOS),
                new Ending(FRAME, Duration.ZERO),
                new Ended(FRAME, Duration.ofHours(1), NANOS, EndReason.AFTER_DRIVE));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void readsWhatItWrote(Shift shift) {
        assertThat(mapper.read(mapper.write(shift))).isEqualTo(shift);
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void onlyAWorkThatHasNotEndedIsFoundByItsWindowsEnd(Shift shift) {
        assertThat(mapper.write(shift).containsKey("openUntil")).isEqualTo(shift.open());
    }
}

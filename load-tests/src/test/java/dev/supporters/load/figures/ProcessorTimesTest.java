package dev.supporters.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

class ProcessorTimesTest {

    @Test
    void thisProcessIsTheClient() {
        assertThat(ProcessorTimes.of(Map.of()).parts()).containsKey(ProcessorTimes.CLIENT);
    }

    @Test
    void aProcessThatHasEndedUsedNothing() {
        assertThat(ProcessorTimes.of(Map.of("call", Long.MAX_VALUE)).parts())
                .containsEntry("call", Duration.ZERO);
    }

    @Test
    void whatWasUsedIsTheDifferenceOfEachPart() {
        ProcessorTimes before = times(Map.of("call", 30, "store", 10), 20);
        ProcessorTimes after = times(Map.of("call", 80, "store", 10, "routing", 40), 45);

        ProcessorTimes used = after.since(before);

        assertThat(used).isEqualTo(times(Map.of("call", 50, "store", 0, "routing", 40), 25));
        assertThat(used.all()).isEqualTo(Duration.ofMillis(90));
        assertThat(used.compilersShare()).isEqualTo(25 / 90.0);
    }

    @Test
    void twoMeasurementsAddUp() {
        assertThat(times(Map.of("call", 30), 20).plus(times(Map.of("call", 5, "floor", 7), 1)))
                .isEqualTo(times(Map.of("call", 35, "floor", 7), 21));
    }

    private static ProcessorTimes times(Map<String, Integer> millis, int compilers) {
        Map<String, Duration> parts =
                millis.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        part -> Duration.ofMillis(part.getValue())));
        return new ProcessorTimes(parts, Duration.ofMillis(compilers));
    }
}

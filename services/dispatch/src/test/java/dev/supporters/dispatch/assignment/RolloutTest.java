package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class RolloutTest {

    private static final long FIRST_CALL = 254_137;
    private static final int CALLS = 100_000;

    @Test
    void includesNoCallAtZeroAndEveryCallAtAHundredPercent() {
        assertThat(calls()).noneMatch(call -> Rollout.includes(call, 0));
        assertThat(calls()).allMatch(call -> Rollout.includes(call, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 30, 50, 80, 99})
    void includesItsShareOfCallsThatAreNumberedOneByOne(int percent) {
        long included = calls().stream().filter(call -> Rollout.includes(call, percent)).count();

        assertThat(included).isBetween(share(percent) - 500, share(percent) + 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100, 1000, 4096})
    void includesItsShareWhateverTheStepFromCallToCall(int step) {
        long included =
                LongStream.range(0, CALLS)
                        .filter(i -> Rollout.includes(call(FIRST_CALL + i * step), 30))
                        .count();

        assertThat(included).isBetween(share(30) - 500, share(30) + 500);
    }

    @Test
    void fillsAllHundredBucketsEvenly() {
        int[] filled = new int[100];

        calls().forEach(call -> filled[Rollout.bucket(call.value())]++);

        assertThat(IntStream.of(filled)).allMatch(count -> count > 850 && count < 1150);
    }

    @Test
    void isStickyAndGrowsWithThePercentage() {
        for (CallId call : calls().subList(0, 1000)) {
            int first =
                    IntStream.rangeClosed(0, 100)
                            .filter(percent -> Rollout.includes(call, percent))
                            .findFirst()
                            .orElseThrow();

            assertThat(first).isEqualTo(Rollout.bucket(call.value()) + 1);
            assertThat(IntStream.rangeClosed(first, 100))
                    .allMatch(percent -> Rollout.includes(call, percent));
        }
    }

    @Test
    void isTheSameInEveryReleaseAndProcess() {
        assertThat(Stream.of("1", "2", "254137", "1763641800000").map(Rollout::bucket))
                .containsExactly(82, 30, 54, 57);
    }

    private static long share(int percent) {
        return (long) CALLS * percent / 100;
    }

    private static CallId call(long number) {
        return new CallId(Long.toString(number));
    }

    private static List<CallId> calls() {
        return LongStream.range(FIRST_CALL, FIRST_CALL + CALLS)
                .mapToObj(RolloutTest::call)
                .toList();
    }
}

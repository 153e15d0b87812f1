package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class CallNumbersTest {

    private final TestClock clock = new TestClock();

    @Test
    void numbersAreEighteenDigitsAndGrow() {
        // Given
        CallNumbers numbers = new CallNumbers(clock, new Random(1));

        // When
        String first = numbers.next();
        String second = numbers.next();
        clock.advance(Duration.ofSeconds(1));
        String third = numbers.next();

        // Then
        assertThat(List.of(first, second, third))
                .allMatch(number -> number.matches("[1-9][0-9]{17}"));
        assertThat(Long.parseLong(second)).isGreaterThan(Long.parseLong(first));
        assertThat(Long.parseLong(third)).isGreaterThan(Long.parseLong(second));
    }

    @Test
    void twoThreadsNeverGetTheSameNumber() {
        // Given
        CallNumbers numbers = new CallNumbers(clock, new Random(1));

        // When
        List<List<String>> drawn = Race.run(() -> draw(numbers), () -> draw(numbers));

        // Then
        Set<String> distinct = new HashSet<>(drawn.getFirst());
        distinct.addAll(drawn.getLast());
        assertThat(distinct).hasSize(20_000);
    }

    @Test
    void aClockThatGoesBackRepeatsNoNumber() {
        // Given
        CallNumbers numbers = new CallNumbers(clock, new Random(1));
        String before = numbers.next();

        // When
        clock.set(clock.instant().minusSeconds(60));
        String after = numbers.next();

        // Then
        assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(before));
    }

    @Test
    void anotherProcessNumbersDifferentlyAtTheSameInstant() {
        assertThat(new CallNumbers(clock, new Random(1)).next())
                .isNotEqualTo(new CallNumbers(clock, new Random(2)).next());
    }

    @Test
    void noNumberIsAsShortAsThoseOfOthers() {
        assertThat(new CallNumbers(clock, new Random(1)).next().length())
                .isGreaterThan(CallNumbers.FOREIGN_DIGITS);
        assertThat("254137".length()).isLessThanOrEqualTo(CallNumbers.FOREIGN_DIGITS);
    }

    @Test
    void aKeyHasTheSameNumberInEveryProcessAndOneThatNoTimeGives() {
        assertThat(CallNumbers.ofKey("requestCall:7:k"))
                .isEqualTo("999059041270274453")
                .matches("9[0-9]{17}");
        assertThat(CallNumbers.ofKey("requestCall:8:k"))
                .isNotEqualTo(CallNumbers.ofKey("requestCall:7:k"));
        assertThat(new CallNumbers(clock, new Random(1)).next()).startsWith("1");
    }

    private static List<String> draw(CallNumbers numbers) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(numbers.next());
        }
        return drawn;
    }
}

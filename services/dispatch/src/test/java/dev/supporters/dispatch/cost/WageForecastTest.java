package dev.supporters.dispatch.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Money;
import dev.supporters.dispatch.cost.WageForecast.Calls;
import dev.supporters.dispatch.cost.WageForecast.Shifts;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class WageForecastTest {

    private static final Money HOURLY_WAGE = new Money(14_000, "KRW");

    @Test
    void dividesTheWageOfTheWholeWindowByItsCompletedCalls() {
        // Given: 10 supporters, half of four hours over
        Shifts shifts = shifts(Duration.ofHours(20), 10, Duration.ofHours(2));
        Calls calls = new Calls(16, 4, 0, 10);

        // When
        WageForecast forecast = WageForecast.of(shifts, calls);

        // Then: 40 hours; 16 and .8 of 10 calls
        assertThat(forecast.wage()).isEqualTo(won(560_000));
        assertThat(forecast.calls()).isEqualTo(24, within(1e-9));
        assertThat(forecast.perCall()).isEqualTo(won(23_334));
    }

    @Test
    void supportersCompleteNoMoreCallsThanTheyCan() {
        // Given
        Calls calls = new Calls(0, 0, 0, 1_000);

        // When
        WageForecast forecast =
                WageForecast.of(shifts(Duration.ZERO, 10, Duration.ofHours(4)), calls);

        // Then
        assertThat(forecast.calls()).isEqualTo(48, within(1e-9));
        assertThat(forecast.perCall()).isEqualTo(won(11_667));
    }

    @Test
    void aNightThatLosesCallsCostsMorePerCall() {
        // Given
        Shifts shifts = shifts(Duration.ofHours(20), 10, Duration.ofHours(2));

        // When
        WageForecast good = WageForecast.of(shifts, new Calls(16, 4, 0, 10));
        WageForecast bad = WageForecast.of(shifts, new Calls(16, 40, 0, 10));

        // Then
        assertThat(bad.calls()).isLessThan(good.calls());
        assertThat(bad.perCall().amount()).isGreaterThan(good.perCall().amount());
    }

    @Test
    void withoutSupportersNothingIsPaid() {
        // When
        WageForecast forecast =
                WageForecast.of(
                        shifts(Duration.ZERO, 0, Duration.ofHours(4)), new Calls(0, 0, 0, 100));

        // Then
        assertThat(forecast.perCall()).isEqualTo(won(0));
        assertThat(forecast.above(won(1))).isFalse();
    }

    @Test
    void withoutDemandTheWholeWageIsThatOfOneCall() {
        // When
        WageForecast forecast =
                WageForecast.of(
                        shifts(Duration.ZERO, 3, Duration.ofHours(1)), new Calls(0, 0, 0, 0));

        // Then
        assertThat(forecast.calls()).isZero();
        assertThat(forecast.perCall()).isEqualTo(won(42_000));
    }

    @Test
    void whenTheWindowIsOverItIsWhatWasPaid() {
        // When
        WageForecast forecast =
                WageForecast.of(
                        shifts(Duration.ofHours(10), 0, Duration.ZERO), new Calls(7, 3, 0, 0));

        // Then
        assertThat(forecast.calls()).isEqualTo(7);
        assertThat(forecast.perCall()).isEqualTo(won(20_000));
    }

    @Test
    void isAboveABoundOnlyIfItIsMore() {
        // Given
        WageForecast forecast = new WageForecast(won(60_000), 3, won(20_000));

        // When and then
        assertThat(forecast.above(won(19_999))).isTrue();
        assertThat(forecast.above(won(20_000))).isFalse();
        assertThatThrownBy(() -> forecast.above(new Money(20_000, "USD")))
                .hasMessage("currency: USD (expected: KRW)");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> new Calls(0, 0, 0, Double.NaN))
                .hasMessageStartingWith("expected: NaN");
        assertThatThrownBy(() -> new Calls(0, 0, 0, Double.POSITIVE_INFINITY))
                .hasMessageStartingWith("expected: Infinity");
        assertThatThrownBy(() -> new Calls(-1, 0, 0, 0)).hasMessageStartingWith("completed: -1");
        assertThatThrownBy(() -> shifts(Duration.ZERO, 1, Duration.ofSeconds(-1)))
                .hasMessageStartingWith("untilEnd: -1");
    }

    @Test
    void saysHowManyMoreMayBeginBeforeTheBoundIsPassed() {
        // Given: 4 hours, 14,000 won each, and 96 calls wanted of which .8 are completed
        Calls calls = new Calls(0, 0, 0, 96);
        Shifts nobody = shifts(Duration.ZERO, 0, Duration.ofHours(4));
        Shifts ten = shifts(Duration.ZERO, 10, Duration.ofHours(4));

        // Then: 20,000 won for each of 76.8 calls are the wages of 27 supporters
        assertThat(WageForecast.moreWithin(nobody, calls, won(20_000))).isEqualTo(27);
        assertThat(WageForecast.moreWithin(ten, calls, won(20_000))).isEqualTo(17);
        assertThat(WageForecast.moreWithin(ten, calls, won(11_000))).isZero();
        assertThat(WageForecast.moreWithin(nobody, calls, won(1_000_000_000))).isEqualTo(1_000);
    }

    /** A supporter who is not needed costs; one who is needed never makes it dearer than one hour's wage for what he completes. */
    @Property(seed = "1", tries = 500)
    void oneMoreSupporterNeverMakesTheWageLess(
            @ForAll @IntRange(max = 700) int supporters,
            @ForAll @IntRange(max = 14_400) int secondsLeft,
            @ForAll @IntRange(max = 2_000) int completed,
            @ForAll @IntRange(max = 2_000) int lost,
            @ForAll @DoubleRange(max = 2_200) double expected) {
        // Given
        Shifts shifts =
                shifts(
                        Duration.ofSeconds((14_400L - secondsLeft) * supporters),
                        supporters,
                        Duration.ofSeconds(secondsLeft));
        Calls calls = new Calls(completed, lost, 0, expected);

        // When
        WageForecast now = WageForecast.of(shifts, calls);
        WageForecast withOneMore = WageForecast.of(shifts.withOneMore(), calls);

        // Then
        assertThat(withOneMore.wage().amount()).isGreaterThanOrEqualTo(now.wage().amount());
        assertThat(withOneMore.calls()).isGreaterThanOrEqualTo(now.calls());
        assertThat(now.calls()).isBetween((double) completed, completed + expected);
    }

    private static Shifts shifts(Duration paid, int supporters, Duration untilEnd) {
        return new Shifts(HOURLY_WAGE, paid, supporters, untilEnd);
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }
}

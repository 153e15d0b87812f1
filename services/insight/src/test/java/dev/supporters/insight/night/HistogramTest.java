package dev.supporters.insight.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class HistogramTest {

    @Test
    void withoutValuesThereIsNoFigure() {
        // When
        Histogram empty = Histogram.of(.5, List.of());

        // Then
        assertThat(empty).isEqualTo(Histogram.empty(.5));
        assertThat(empty.mean()).isEmpty();
        assertThat(empty.percentile(95)).isEmpty();
        assertThat(empty.gini()).isEmpty();
    }

    @Test
    void theMeanIsOfTheValuesAsTheyWere() {
        assertThat(Histogram.of(.5, List.of(1.25, 2.0)).mean()).hasValue(1.625);
    }

    @Test
    void thePercentileIsTheStepBelowWhichSoManyAre() {
        // Given
        List<Double> oneToAHundred =
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

        // Then
        assertThat(Histogram.of(1, oneToAHundred).percentile(95)).hasValue(95);
        assertThat(Histogram.of(.5, List.of(7.2)).percentile(95)).hasValue(7);
        assertThat(Histogram.of(.5, List.of(0.0)).percentile(95)).hasValue(0);
    }

    @Test
    void whatIsAboveTheLastStepCountsThere() {
        // When
        Histogram histogram = Histogram.of(.5, List.of(1_000.0, 59.5));

        // Then
        assertThat(histogram.counts()).hasSize(Histogram.STEPS);
        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.percentile(95)).hasValue(59.5);
    }

    @Test
    void theGiniIsThatOfTheShares() {
        assertThat(Histogram.of(.05, List.of(2.0, 2.0, 2.0)).gini()).hasValue(0);
        assertThat(Histogram.of(.05, List.of(0.0, 1.0)).gini().orElseThrow())
                .isCloseTo(.5, within(1e-9));
        assertThat(Histogram.of(.05, List.of(1.0, 3.0)).gini().orElseThrow())
                .isCloseTo(.25, within(1e-9));
        assertThat(Histogram.of(.05, Collections.nCopies(10, 0.0)).gini()).isEmpty();
    }

    @Test
    void sumsAreTheHistogramOfAllValues() {
        // When
        Histogram sum = Histogram.of(.5, List.of(1.0, 4.0)).plus(Histogram.of(.5, List.of(1.0)));

        // Then
        assertThat(sum).isEqualTo(Histogram.of(.5, List.of(1.0, 1.0, 4.0)));
    }

    @Test
    void histogramsOfOtherWidthsAreNotAdded() {
        assertThatThrownBy(() -> Histogram.empty(1).plus(Histogram.empty(2)))
                .hasMessage("width: 2.0 (expected: 1.0)");
    }
}

package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.CandidateChoice.Option;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class CandidateChoiceTest {

    private static final Duration LONGEST = Duration.ofMinutes(14);

    @Test
    void ranksThoseWithinTheLongestPickupNearestFirst() {
        assertThat(
                        ranked(
                                new Option(new DriverId("far"), 841, .7, false),
                                new Option(new DriverId("edge"), 840, .8, false),
                                new Option(new DriverId("near"), 300, .95, false)))
                .containsExactly("near", "edge");
    }

    @Test
    void aDriveFarBeyondTheShiftGoesToOthersFirst() {
        assertThat(
                        ranked(
                                new Option(new DriverId("near"), 300, .95, true),
                                new Option(new DriverId("far"), 800, .8, false)))
                .containsExactly("far", "near");
    }

    private static List<String> ranked(Option... options) {
        return CandidateChoice.ranked(List.of(options), LONGEST).stream()
                .map(option -> option.driver().value())
                .toList();
    }

    @Test
    void onlyADriveThatEndsSoonIsChained() {
        Duration ten = Duration.ofMinutes(10);

        assertThat(Chaining.STANDARD.allows(ten, false, false)).isTrue();
        assertThat(Chaining.STANDARD.allows(ten.plusMillis(1), false, false)).isFalse();
        assertThat(Chaining.STANDARD.allows(ten, true, false)).isFalse();
        assertThat(Chaining.STANDARD.allows(ten, false, true)).isFalse();
        assertThat(Chaining.OFF.allows(Duration.ZERO, false, false)).isFalse();
    }

    @Test
    void theShiftsEndCountsOnlyWithATolerance() {
        ShiftEnd tenMinutes = new ShiftEnd(Optional.of(Duration.ofMinutes(10)));
        Duration half = Duration.ofMinutes(30);

        assertThat(tenMinutes.isExceeded(Duration.ofMinutes(40), half)).isFalse();
        assertThat(tenMinutes.isExceeded(Duration.ofMinutes(41), half)).isTrue();
        assertThat(ShiftEnd.NOT_LOOKED_AT.isExceeded(Duration.ofDays(1), half)).isFalse();
    }
}

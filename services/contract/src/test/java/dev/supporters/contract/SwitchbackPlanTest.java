package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.SwitchbackPlan.ArmAssignment;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

class SwitchbackPlanTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static final WorkWindow WINDOW =
            WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4));

    private final SwitchbackPlan plan = plan("pickup limit 20");

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherOneAnother() {
        assertThat(arms(plan)).isEqualTo(arms(plan("pickup limit 20")));
        assertThat(arms(plan)).isNotEqualTo(arms(plan("pickup limit 21")));
    }

    @Test
    void inEachBlockBothArmsHaveEachHourOnce() {
        for (int pair = 0; pair < 20; pair++) {
            LocalDate first = FRIDAY.plusDays(2L * pair);
            for (int interval = 0; interval < 8; interval += 2) {
                Arm arm = at(first, interval * 30).arm();

                assertThat(at(first, interval * 30 + 30).arm()).isEqualTo(arm.other());
                assertThat(at(first.plusDays(1), interval * 30).arm()).isEqualTo(arm.other());
                assertThat(at(first.plusDays(1), interval * 30 + 30).arm()).isEqualTo(arm);
                assertThat(at(first.plusDays(1), interval * 30 + 30).block())
                        .isEqualTo(at(first, interval * 30).block());
            }
        }
    }

    @Test
    void whichArmBeginsIsDrawnForEachBlock() {
        // When
        long begins =
                IntStream.range(0, 1_000)
                        .mapToObj(pair -> at(FRIDAY.plusDays(2L * pair), 0).arm())
                        .filter(arm -> arm == Arm.TREATMENT)
                        .count();

        // Then
        assertThat(begins).isBetween(430L, 570L);
    }

    @Test
    void callsOfTheFirstMinutesOfAnIntervalDoNotCount() {
        assertThat(at(FRIDAY, 30).counts()).isFalse();
        assertThat(at(FRIDAY, 39).counts()).isFalse();
        assertThat(at(FRIDAY, 40).counts()).isTrue();
        assertThat(at(FRIDAY, 59).counts()).isTrue();
    }

    @Test
    void refusesANightBeforeTheFirst() {
        assertThatThrownBy(() -> at(FRIDAY.minusDays(1), 0)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMomentOutsideOfTheWindowHasNoArm() {
        assertThatThrownBy(() -> at(FRIDAY, 240)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"29,5", "61,5", "32,5", "30,20", "30,7", "30,-5"})
    void refusesTimesThatDoNotFit(int interval, int washOut) {
        assertThatThrownBy(() ->
                        new SwitchbackPlan(
                                "name",
                                FRIDAY,
                                Duration.ofMinutes(interval),
                                Duration.ofMinutes(washOut)))
                .isInstanceOf(Refusal.class);
    }

    private List<Arm> arms(SwitchbackPlan of) {
        return IntStream.range(0, 80)
                .mapToObj(night -> FRIDAY.plusDays(night))
                .map(date -> of.at("seoul", WINDOW.of(date), WINDOW.of(date).begin()).arm())
                .toList();
    }

    private ArmAssignment at(LocalDate businessDate, int minute) {
        OpenWindow window = WINDOW.of(businessDate);
        return plan.at("seoul", window, window.begin().plus(Duration.ofMinutes(minute)));
    }

    private static SwitchbackPlan plan(String seed) {
        return new SwitchbackPlan(seed, FRIDAY, Duration.ofMinutes(30), Duration.ofMinutes(10));
    }
}

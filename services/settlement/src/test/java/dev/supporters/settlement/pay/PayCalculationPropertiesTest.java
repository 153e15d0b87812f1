package dev.supporters.settlement.pay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.Nights;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class PayCalculationPropertiesTest {

    private static final List<TimeClass> STRONGEST_FIRST =
            List.of(
                    TimeClass.DRIVING,
                    TimeClass.TO_CUSTOMER,
                    TimeClass.RESTING,
                    TimeClass.MOVING,
                    TimeClass.UNREACHABLE,
                    TimeClass.WAITING);

    @Property(seed = "1")
    void theClassesSumUpToTheLengthOfTheWork(@ForAll("nights") List<Fact> facts) {
        PayCalculation calculation = calculated(facts);

        long nanos = Duration.between(calculation.begin(), calculation.end()).toNanos();
        assertThat(calculation.seconds().sum()).isEqualTo(Math.ceilDiv(nanos, 1_000_000_000L));
    }

    @Property(seed = "1")
    void nothingIsNegative(@ForAll("nights") List<Fact> facts) {
        PayCalculation calculation = calculated(facts);

        assertThat(calculation.seconds().byClass().values()).allMatch(seconds -> seconds >= 0);
        assertThat(calculation.paidSeconds()).isNotNegative();
        assertThat(calculation.paidMinutes()).isNotNegative();
        assertThat(calculation.earned()).isNotNegative();
    }

    @Property(seed = "1")
    void anyOrderAndAnyRepetitionComeToTheSame(
            @ForAll("nights") List<Fact> facts, @ForAll Random random) {
        // Given
        List<Fact> shuffled = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        // When
        Facts oneByOne = Facts.none();
        for (Fact fact : shuffled) {
            oneByOne = oneByOne.with(fact);
        }
        // Then
        assertThat(oneByOne).isEqualTo(Facts.of(facts));
        assertThat(PayCalculation.of(oneByOne, Night.at(0)))
                .isEqualTo(PayCalculation.of(Facts.of(facts), Night.at(0)));
    }

    @Property(seed = "1")
    void roundingUpCostsLessThanAMinuteAndAMinorUnit(@ForAll("nights") List<Fact> facts) {
        PayCalculation calculation = calculated(facts);

        assertThat(calculation.paidMinutes() * 60 - calculation.paidSeconds()).isBetween(0L, 59L);
        assertThat(
                        calculation.earned() * 60
                                - calculation.paidMinutes() * calculation.terms().hourlyWage())
                .isBetween(0L, 59L);
    }

    @Property(seed = "1")
    void everySecondIsTheOneThatPaintingSecondBySecondFinds(@ForAll("nights") List<Fact> facts) {
        PayCalculation calculation = calculated(facts);
        TimeIntervals intervals =
                new TimeIntervals(
                        Facts.of(facts), new WorkTime(calculation.begin(), calculation.end()));

        ClassSeconds painted = ClassSeconds.ZERO;
        for (long second = 0; second < Math.min(500, calculation.seconds().sum()); second++) {
            long at = second;
            TimeClass found =
                    STRONGEST_FIRST.stream()
                            .filter(each ->
                                    intervals.of(each).stream()
                                            .anyMatch(interval -> interval.contains(at)))
                            .findFirst()
                            .orElseThrow();
            painted = painted.plus(found, 1);
        }

        if (calculation.seconds().sum() <= 500) {
            assertThat(calculation.seconds()).isEqualTo(painted);
        }
        for (TimeClass each : TimeClass.values()) {
            assertThat(painted.of(each)).isLessThanOrEqualTo(calculation.seconds().of(each));
        }
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.ended();
    }

    private static PayCalculation calculated(List<Fact> facts) {
        return PayCalculation.of(Facts.of(facts), Night.at(0)).orElseThrow();
    }
}

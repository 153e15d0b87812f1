package dev.supporters.settlement.reckoning;

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

class ReckoningPropertiesTest {

    @Property
    void theClassesSumUpToTheLengthOfTheWork(@ForAll("nights") List<Fact> facts) {
        Reckoning reckoning = reckoned(facts);

        long nanos = Duration.between(reckoning.begin(), reckoning.end()).toNanos();
        assertThat(reckoning.seconds().sum()).isEqualTo(Math.ceilDiv(nanos, 1_000_000_000L));
    }

    @Property
    void nothingIsNegative(@ForAll("nights") List<Fact> facts) {
        Reckoning reckoning = reckoned(facts);

        assertThat(reckoning.seconds().byClass().values()).allMatch(seconds -> seconds >= 0);
        assertThat(reckoning.paidSeconds()).isNotNegative();
        assertThat(reckoning.paidMinutes()).isNotNegative();
        assertThat(reckoning.earned()).isNotNegative();
    }

    @Property
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
        assertThat(Reckoning.of(oneByOne, Night.at(0)))
                .isEqualTo(Reckoning.of(Facts.of(facts), Night.at(0)));
    }

    @Property
    void roundingUpCostsLessThanAMinuteAndAMinorUnit(@ForAll("nights") List<Fact> facts) {
        Reckoning reckoning = reckoned(facts);

        assertThat(reckoning.paidMinutes() * 60 - reckoning.paidSeconds()).isBetween(0L, 59L);
        assertThat(
                        reckoning.earned() * 60
                                - reckoning.paidMinutes() * reckoning.terms().hourlyWage())
                .isBetween(0L, 59L);
    }

    @Property
    void everySecondIsTheOneThatPaintingSecondBySecondFinds(@ForAll("nights") List<Fact> facts) {
        Reckoning reckoning = reckoned(facts);
        Spans spans = new Spans(Facts.of(facts), new WorkTime(reckoning.begin(), reckoning.end()));

        Seconds painted = Seconds.ZERO;
        for (long second = 0; second < Math.min(500, reckoning.seconds().sum()); second++) {
            long at = second;
            TimeClass found =
                    List.of(TimeClass.values()).stream()
                            .filter(each ->
                                    spans.of(each).stream().anyMatch(span -> span.holds(at)))
                            .findFirst()
                            .orElseThrow();
            painted = painted.plus(found, 1);
        }

        if (reckoning.seconds().sum() <= 500) {
            assertThat(reckoning.seconds()).isEqualTo(painted);
        }
        for (TimeClass each : TimeClass.values()) {
            assertThat(painted.of(each)).isLessThanOrEqualTo(reckoning.seconds().of(each));
        }
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.ended();
    }

    private static Reckoning reckoned(List<Fact> facts) {
        return Reckoning.of(Facts.of(facts), Night.at(0)).orElseThrow();
    }
}

package dev.supporters.settlement.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.Nights;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/** A shift minute by minute. */
class ShiftMinuteTest {

    @Example
    void aMinuteHasItsClassesAndItsCommands() {
        // Given
        Facts facts =
                new Night()
                        .begun()
                        .accepted("k", 70)
                        .pickedUp("k", 130)
                        .over("k", 180)
                        .ended(190)
                        .facts();
        // When
        List<ShiftMinute> minutes = ShiftMinute.of(facts, Night.at(9_000));
        // Then
        assertThat(minutes)
                .extracting(
                        ShiftMinute::number,
                        ShiftMinute::begin,
                        ShiftMinute::timeClass,
                        ShiftMinute::commandIds)
                .containsExactly(
                        tuple(1, Night.at(0), TimeClass.WAITING, List.of()),
                        tuple(2, Night.at(60), TimeClass.TO_CUSTOMER, List.of("k")),
                        tuple(3, Night.at(120), TimeClass.DRIVING, List.of("k")),
                        tuple(4, Night.at(180), TimeClass.WAITING, List.of()));
        assertThat(minutes.get(1).seconds().of(TimeClass.WAITING)).isEqualTo(10);
        assertThat(minutes.get(3).seconds().sum()).isEqualTo(10);
    }

    @Example
    void beforeItsBeginIsKnownAShiftHasNoMinutes() {
        assertThat(ShiftMinute.of(new Night().ended(90).facts(), Night.at(100))).isEmpty();
    }

    @Property(seed = "1", tries = 300)
    void theMinutesComeToTheSecondsOfTheShift(@ForAll("nights") List<Fact> facts) {
        // Given
        Facts all = Facts.of(facts);
        PayCalculation calculation = PayCalculation.of(all, Night.at(0)).orElseThrow();
        // When
        List<ShiftMinute> minutes = ShiftMinute.of(all, Night.at(0));
        // Then
        ClassSeconds sums =
                ClassSeconds.of(timeClass ->
                        minutes.stream().mapToLong(minute -> minute.seconds().of(timeClass)).sum());
        assertThat(sums).isEqualTo(calculation.seconds());
        assertThat(minutes)
                .allSatisfy(minute -> assertThat(minute.seconds().sum()).isBetween(1L, 60L));
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.ended();
    }
}

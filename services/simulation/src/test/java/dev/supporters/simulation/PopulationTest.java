package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;

class PopulationTest {

    private static final NightParameters PARAMETERS = NightParameters.defaults();
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 7);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Population.of(NIGHT, PARAMETERS, 7, 50, 20))
                .isEqualTo(Population.of(NIGHT, PARAMETERS, 7, 50, 20));
    }

    @Test
    void leavesTheOthersAsTheyAreWhenOneMoreComes() {
        // When
        Population few = Population.of(NIGHT, PARAMETERS, 7, 50, 20);
        Population more = Population.of(NIGHT, PARAMETERS, 7, 51, 21);
        // Then
        assertThat(more.supporters().subList(0, 50)).isEqualTo(few.supporters());
        assertThat(more.commissionDrivers().subList(0, 20)).isEqualTo(few.commissionDrivers());
        assertThat(more.customers()).isEqualTo(few.customers());
    }

    @Test
    void followsTheModelsShares() {
        // When
        Population people = Population.of(NIGHT, PARAMETERS, 7, 2_000, 0);
        // Then
        assertThat(share(people, s -> !s.rests().isEmpty())).isCloseTo(.6, within(.05));
        assertThat(
                        share(
                                people,
                                s ->
                                        !s.begin()
                                                .isAfter(
                                                        NIGHT.windowBegin()
                                                                .plus(Duration.ofMinutes(5)))))
                .isCloseTo(.8, within(.04));
        assertThat(share(people, s -> s.start().equals(s.home()))).isCloseTo(.3, within(.04));
        assertThat(people.supporters()).allMatch(s -> NIGHT.region().contains(s.start()));
        assertThat(people.supporters()).allMatch(s -> !s.begin().isBefore(NIGHT.windowBegin()));
        double[] patience =
                people.customers().stream()
                        .mapToDouble(c -> c.patience().toMillis())
                        .sorted()
                        .toArray();
        assertThat(patience[patience.length / 2] / 60_000).isCloseTo(4, within(.4));
    }

    private static double share(
            Population people, java.util.function.Predicate<SupporterPlan> holds) {
        return (double) people.supporters().stream().filter(holds).count()
                / people.supporters().size();
    }
}

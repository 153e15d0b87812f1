package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

class BehavioursTest {

    private static final NightParameters PARAMETERS = NightParameters.defaults();
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 7);
    private static final Position HERE = new Position(37.4979, 127.0276);
    private static final Instant NOW = NIGHT.windowBegin().plus(Duration.ofHours(1));

    @Test
    void supportersRefuseMoreTheFartherTheCustomerIs() {
        assertThat(refusals(Duration.ofMinutes(8))).isCloseTo(.03, within(.01));
        assertThat(refusals(Duration.ofMinutes(20))).isCloseTo(.105, within(.02));
    }

    private static double refusals(Duration eta) {
        SupporterBehaviour behaviour = new SupporterBehaviour(NIGHT, PARAMETERS, 7, 1);
        return IntStream.range(0, 10_000)
                        .filter(i -> behaviour.answer(eta) instanceof CommandAnswer.Refuse)
                        .count()
                / 1e4;
    }

    @Test
    void commissionDriversTakeTheBestOfferThatIsWorthIt() {
        // Given
        CommissionPlan plan = new CommissionPlan(1, "8000001", "Kim Jiho", HERE, HERE, NOW, 18_000);
        CommissionBehaviour behaviour = new CommissionBehaviour(plan, NIGHT, PARAMETERS, 7);
        CommissionOffer poor =
                new CommissionOffer("1", HERE, CityGeometry.moved(HERE, 10, 0), 1_000);
        CommissionOffer good =
                new CommissionOffer("2", HERE, CityGeometry.moved(HERE, 5, 0), 40_000);
        // Then
        assertThat(behaviour.choice(List.of(poor, good), HERE, NOW)).contains(good);
        assertThat(behaviour.choice(List.of(poor), HERE, NOW)).isEmpty();
    }

    @Test
    void idleCommissionDriversAreLostOncePerFortyFiveMinutes() {
        CommissionPlan plan = new CommissionPlan(1, "8000001", "Kim Jiho", HERE, HERE, NOW, 18_000);
        CommissionBehaviour behaviour = new CommissionBehaviour(plan, NIGHT, PARAMETERS, 7);
        long lost =
                IntStream.range(0, 45_000)
                        .filter(i -> behaviour.isLost(Duration.ofMinutes(1)))
                        .count();
        assertThat(lost / 1_000.0).isCloseTo(1, within(.15));
    }

    @Test
    void driversWithoutACarTakeTheQuickestWay() {
        // Given
        TravelTimes travel = new TravelTimes(PARAMETERS);
        // Then: 200 m are walked, 3 km are ridden, and later at night that takes longer
        assertThat(travel.withoutCar(HERE, CityGeometry.moved(HERE, .2, 0), false).toSeconds())
                .isBetween(180L, 192L);
        assertThat(travel.withoutCar(HERE, CityGeometry.moved(HERE, 3, 0), false).toMinutes())
                .isEqualTo(21);
        assertThat(travel.withoutCar(HERE, CityGeometry.moved(HERE, 3, 0), true).toMinutes())
                .isEqualTo(24);
        assertThat(travel.byCar(HERE, CityGeometry.moved(HERE, 10, 0)).toMinutes()).isEqualTo(22);
    }
}

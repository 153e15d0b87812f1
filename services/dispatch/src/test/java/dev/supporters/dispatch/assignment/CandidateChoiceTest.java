package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class CandidateChoiceTest {

    private static final Position HERE = new Position(37.50, 127.03);

    @Test
    void ranksBySecondsAndThenByDriver() {
        Ranking ranking =
                CandidateChoice.soonestFirst(List.of(in("c", 840), in("b", 300), in("a", 840)));

        assertThat(ranking.ranked())
                .extracting(ranked -> ranked.driverId().value())
                .containsExactly("b", "a", "c");
        assertThat(ranking.model()).isEqualTo("soonest@1");
    }

    private static RankedSupporter in(String driver, int seconds) {
        return new RankedSupporter(
                new FreeSupporter(
                        new DriverId(driver),
                        HERE,
                        0,
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        Instant.MAX),
                seconds,
                -seconds);
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

package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class LegTest {

    private static final Position FROM = new Position(37.5, 127);
    private static final Position TO = new Position(37.6, 127.1);

    @Test
    void goesEvenlyAndStaysAtItsEnd() {
        Leg way = Leg.lasting(FROM, TO, Instant.EPOCH, Duration.ofMinutes(10));
        assertThat(way.at(Instant.EPOCH.plusSeconds(300))).isEqualTo(new Position(37.55, 127.05));
        assertThat(way.at(Instant.EPOCH.plusSeconds(900))).isEqualTo(TO);
        assertThat(way.moving(Instant.EPOCH.plusSeconds(300))).isTrue();
        assertThat(Leg.standing(FROM, Instant.EPOCH).moving(Instant.EPOCH)).isFalse();
    }
}

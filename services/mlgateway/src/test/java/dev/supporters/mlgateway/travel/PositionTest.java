package dev.supporters.mlgateway.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position PANGYO = new Position(37.3947, 127.1112);

    @Test
    void measuresAlongTheGreatCircle() {
        assertThat(GANGNAM.metersTo(PANGYO)).isCloseTo(13_640, within(20.0));
    }

    @Test
    void isAsFarThereAsBack() {
        assertThat(GANGNAM.metersTo(PANGYO)).isEqualTo(PANGYO.metersTo(GANGNAM));
    }

    @Test
    void isNoWayFromItself() {
        assertThat(GANGNAM.metersTo(GANGNAM)).isZero();
    }
}

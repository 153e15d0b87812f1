package dev.supporters.routing.supporter;

import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;
import static dev.supporters.routing.RoutingFixtures.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

class LastKnownLocationTest {

    private static final Position ELSEWHERE = new Position(37.6, 127);

    private final LastKnownLocation unknown = new LastKnownLocation.Unknown();

    @Test
    void isTheNewestPosition() {
        // Given
        LastKnownLocation there = unknown.seen(seen(ORIGIN, NOW));

        // Then
        assertThat(there.seen(seen(ELSEWHERE, NOW.plusSeconds(5))))
                .isEqualTo(seen(ELSEWHERE, NOW.plusSeconds(5)));
        assertThat(there.seen(seen(ELSEWHERE, NOW.minusSeconds(5)))).isEqualTo(there);
    }

    @Test
    void isDarkWhenTheDriverBecameUnreachable() {
        // Given
        LastKnownLocation unreachable =
                unknown.seen(seen(ORIGIN, NOW)).unreachable(NOW.plusSeconds(180));

        // Then
        assertThat(unreachable).isEqualTo(new LastKnownLocation.Unreachable(NOW.plusSeconds(180)));
        assertThat(unreachable.seen(seen(ORIGIN, NOW))).isEqualTo(unreachable);
        assertThat(unreachable.seen(seen(ORIGIN, NOW.plusSeconds(200))))
                .isEqualTo(seen(ORIGIN, NOW.plusSeconds(200)));
    }

    @Test
    void isNotDarkWhereAPositionCameSince() {
        LastKnownLocation there = unknown.seen(seen(ORIGIN, NOW.plusSeconds(200)));

        assertThat(there.unreachable(NOW.plusSeconds(180))).isEqualTo(there);
    }
}

package dev.supporters.gateway.adapter.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Role;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

class SessionTest {

    private final TestClock clock = new TestClock();
    private final Viewer viewer = new Viewer("1", Set.of(Role.DRIVER));

    @Test
    void aSubscriptionEndsWithItsToken() {
        // Given
        Session session = new Session(viewer, clock.instant().plusSeconds(60), clock);
        assertThat(session.valid()).isEqualTo(viewer);

        // When
        clock.advance(Duration.ofSeconds(61));

        // Then
        assertThatThrownBy(session::valid)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("UNAUTHENTICATED");
    }
}

package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

class SessionTest {

    private final TestClock clock = new TestClock();
    private final Principal principal = new Principal("1", Set.of(Role.DRIVER));

    @Test
    void aSubscriptionEndsWithItsToken() {
        // Given
        Session session = new Session(principal, clock.instant().plusSeconds(60), clock);
        assertThat(session.valid()).isEqualTo(principal);

        // When
        clock.advance(Duration.ofSeconds(61));

        // Then
        assertThatThrownBy(session::valid)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("UNAUTHENTICATED");
    }
}

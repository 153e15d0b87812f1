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

    @Test
    void goesOnWithAnotherTokenOfTheSameSubjectAndItsRoles() {
        // Given
        Session session = session(principal, 60);
        Principal later = new Principal("1", Set.of(Role.DRIVER, Role.CUSTOMER));

        // When
        session.renew(session(later, 600));
        clock.advance(Duration.ofSeconds(61));

        // Then
        assertThat(session.valid()).isEqualTo(later);
        assertThat(session.expired()).isFalse();
        clock.advance(Duration.ofSeconds(540));
        assertThat(session.expired()).isTrue();
    }

    @Test
    void nobodyElsesTokenRenewsIt() {
        // Given
        Session session = session(principal, 60);
        Session another = session(new Principal("2", Set.of(Role.OPERATOR)), 600);

        // When
        assertThatThrownBy(() -> session.renew(another))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PERMISSION_DENIED");

        // Then
        assertThat(session.principal()).isEqualTo(principal);
        clock.advance(Duration.ofSeconds(61));
        assertThat(session.expired()).isTrue();
    }

    private Session session(Principal who, long seconds) {
        return new Session(who, clock.instant().plusSeconds(seconds), clock);
    }
}

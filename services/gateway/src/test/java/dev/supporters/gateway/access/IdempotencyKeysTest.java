package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;

import java.util.Set;

class IdempotencyKeysTest {

    private static final Principal DRIVER = new Principal("1", Set.of(Role.DRIVER));
    private static final Principal OTHER = new Principal("2", Set.of(Role.DRIVER));

    @Test
    void theSameKeyOfTheSameClientIsTheSameRequest() {
        assertThat(IdempotencyKeys.of("rest", DRIVER, "k"))
                .isEqualTo(IdempotencyKeys.of("rest", DRIVER, "k"));
    }

    @Test
    void theSameKeyOfAnotherClientOrMutationIsAnotherRequest() {
        assertThat(IdempotencyKeys.of("rest", DRIVER, "k"))
                .isNotEqualTo(IdempotencyKeys.of("rest", OTHER, "k"))
                .isNotEqualTo(IdempotencyKeys.of("resume", DRIVER, "k"));
    }

    @Test
    void anIdThatEndsWhereAnothersKeyGoesOnIsAnotherClient() {
        Principal colon = new Principal("1:2", Set.of(Role.DRIVER));
        Principal number = new Principal("3", Set.of(Role.DRIVER));

        assertThat(IdempotencyKeys.of("rest", colon, "k"))
                .isEqualTo(IdempotencyKeys.of("rest", colon, "k"))
                .isNotEqualTo(IdempotencyKeys.of("rest", DRIVER, "2:k"))
                .isNotEqualTo(IdempotencyKeys.of("rest", number, "rest:1:2:k"))
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aLongKeyStillFitsAndStillTellsRequestsApart() {
        // Given
        String longKey = "k".repeat(99);

        // When
        String one = IdempotencyKeys.of("rest", DRIVER, longKey + "1");
        String two = IdempotencyKeys.of("rest", DRIVER, longKey + "2");

        // Then
        assertThat(one).hasSizeLessThanOrEqualTo(100).isNotEqualTo(two);
    }

    @Test
    void aRequestWithoutAKeyGetsItsOwn() {
        assertThat(IdempotencyKeys.of("rest", DRIVER, null))
                .isNotEqualTo(IdempotencyKeys.of("rest", DRIVER, null));
    }

    @Test
    void aKeyOfMoreThanAHundredCharactersIsRefused() {
        assertThatThrownBy(() -> IdempotencyKeys.of("rest", DRIVER, "k".repeat(101)))
                .isInstanceOf(Refusal.class);
    }
}

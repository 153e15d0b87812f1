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

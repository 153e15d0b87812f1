package dev.supporters.gateway.adapter.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Role;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;

import java.util.Set;

class RequestKeysTest {

    private static final Viewer DRIVER = new Viewer("1", Set.of(Role.DRIVER));
    private static final Viewer OTHER = new Viewer("2", Set.of(Role.DRIVER));

    @Test
    void theSameKeyOfTheSameClientIsTheSameRequest() {
        assertThat(RequestKeys.of("rest", DRIVER, "k"))
                .isEqualTo(RequestKeys.of("rest", DRIVER, "k"));
    }

    @Test
    void theSameKeyOfAnotherClientOrMutationIsAnotherRequest() {
        assertThat(RequestKeys.of("rest", DRIVER, "k"))
                .isNotEqualTo(RequestKeys.of("rest", OTHER, "k"))
                .isNotEqualTo(RequestKeys.of("resume", DRIVER, "k"));
    }

    @Test
    void aLongKeyStillFitsAndStillTellsRequestsApart() {
        // Given
        String longKey = "k".repeat(99);

        // When
        String one = RequestKeys.of("rest", DRIVER, longKey + "1");
        String two = RequestKeys.of("rest", DRIVER, longKey + "2");

        // Then
        assertThat(one).hasSizeLessThanOrEqualTo(100).isNotEqualTo(two);
    }

    @Test
    void aRequestWithoutAKeyGetsItsOwn() {
        assertThat(RequestKeys.of("rest", DRIVER, null))
                .isNotEqualTo(RequestKeys.of("rest", DRIVER, null));
    }

    @Test
    void aKeyOfMoreThanAHundredCharactersIsRefused() {
        assertThatThrownBy(() -> RequestKeys.of("rest", DRIVER, "k".repeat(101)))
                .isInstanceOf(Refusal.class);
    }
}

package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Keys are what clients make of them. */
class RequestCauseTest {

    private static final String LIKE_A_DIGEST = "#0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k",
                " ",
                "k k",
                "키-1",
                "k#",
                "#",
                LIKE_A_DIGEST,
                "k" + LIKE_A_DIGEST,
                "k" + LIKE_A_DIGEST + LIKE_A_DIGEST,
                "a/b",
                "\u0000",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anyKeyIsItsOwnWithTheSameBodyAndIsRefusedWithAnother(String key) {
        List<String> before = List.of(RequestCause.of("set", key, "on"));

        assertThat(RequestCause.applied(RequestCause.of("set", key, "on"), before)).isTrue();
        assertThatThrownBy(() -> RequestCause.applied(RequestCause.of("set", key, "off"), before))
                .isInstanceOf(Refusal.class);
        assertThat(RequestCause.applied(RequestCause.of("set", key + "x", "off"), before))
                .isFalse();
        assertThat(RequestCause.applied(RequestCause.of("reset", key, "off"), before)).isFalse();
    }

    @Test
    void whereOneValueEndsAndTheNextBeginsIsPartOfTheBody() {
        List<String> before = List.of(RequestCause.of("set", "k", "ab", "c"));

        assertThatThrownBy(
                        () -> RequestCause.applied(RequestCause.of("set", "k", "a", "bc"), before))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aKeyWithoutABodyThatLooksAsIfItHadOneIsNotMistakenForIt() {
        String one = RequestCause.withoutBody("rest/k" + LIKE_A_DIGEST);
        String other = RequestCause.withoutBody("rest/k#fedcba9876543210");

        assertThat(RequestCause.ofRequest(one)).isFalse();
        assertThat(RequestCause.applied(other, List.of(one))).isFalse();
        assertThat(RequestCause.applied(one, List.of(one))).isTrue();
        assertThat(RequestCause.withoutBody("rest/k")).isEqualTo("rest/k");
    }

    @Test
    void anEventOfADocumentWhoseIdHasASignIsNoRequest() {
        assertThat(RequestCause.ofRequest("calls/x#0123456789abcd/5")).isFalse();
        assertThat(
                        RequestCause.applied(
                                "calls/x#0123456789abcd/6", List.of("calls/x#0123456789abcd/5")))
                .isFalse();
    }
}

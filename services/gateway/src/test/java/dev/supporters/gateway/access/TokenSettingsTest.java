package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TokenSettingsTest {

    private static final String ISSUER = "https://login.example.com";
    private static final String KEYS = "https://login.example.com/keys";
    private static final List<String> OURS = List.of("supporters");

    @Test
    void anIssuerWithTlsAndAnAudienceIsLetIn() {
        assertThatCode(() -> new TokenSettings(ISSUER, KEYS, OURS, false).check())
                .doesNotThrowAnyException();
    }

    @Test
    void withoutAnAudienceTheTokensOfEveryApplicationWouldBeLetIn() {
        assertThatThrownBy(() -> new TokenSettings(ISSUER, KEYS, List.of(), false).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("mp.jwt.verify.audiences: found nothing (expected: whom")
                .hasMessageContaining("supporters.gateway.tokens.development=true");
    }

    @ParameterizedTest
    @CsvSource({
        "http://login.example.com, https://login.example.com/keys, supporters.gateway.issuer: http://login.example.com",
        "HTTP://login.example.com, https://login.example.com/keys, supporters.gateway.issuer: HTTP://login.example.com",
        "'', https://login.example.com/keys, supporters.gateway.issuer: found nothing",
        "https://login.example.com, http://login.example.com/keys, supporters.gateway.jwks: http://login.example.com/keys",
    })
    void withoutTlsAnybodyOnTheWayCouldSignTokens(String issuer, String keys, String said) {
        assertThatThrownBy(() -> new TokenSettings(issuer, keys, OURS, false).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(said + " (expected: https://…");
    }

    @Test
    void anIssuerForDevelopmentNeedsNeither() {
        assertThatCode(() ->
                        new TokenSettings(
                                        "http://127.0.0.1:8191",
                                        "http://127.0.0.1",
                                        List.of(),
                                        true)
                                .check())
                .doesNotThrowAnyException();
    }
}

package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class VerifiedTokenProviderTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(1);

    private Instant now = BEGIN;

    @Test
    void aTokenThatWasVerifiedIsKnownForAWhile() {
        VerifiedTokenProvider provider = provider(LIFE);
        assertThat(known(provider, "a")).isEmpty();

        SecurityIdentity bearer = remember(provider, "a", BEGIN.plus(Duration.ofHours(1)));

        assertThat(known(provider, "a")).containsSame(bearer);
        assertThat(bearer.getRoles()).containsExactly("driver");
        assertThat(known(provider, "b")).isEmpty();
        now = BEGIN.plus(LIFE);
        assertThat(known(provider, "a")).isEmpty();
    }

    @Test
    void isAskedBeforeTheOneThatVerifies() {
        assertThat(provider(LIFE).priority()).isGreaterThan(new MpJwtValidator().priority());
    }

    @Test
    void theEndThatATokenSaysCountsAllTheSame() {
        VerifiedTokenProvider provider = provider(LIFE);
        Instant end = BEGIN.plusSeconds(30);
        remember(provider, "a", end);

        now = end.minusMillis(1);
        assertThat(known(provider, "a")).isPresent();
        now = end;
        assertThat(known(provider, "a")).isEmpty();
    }

    /** Otherwise somebody who asks often enough would never be verified again. */
    @Test
    void whoIsKnownIsNotRememberedAnew() {
        VerifiedTokenProvider provider = provider(LIFE);
        SecurityIdentity verified = identity("a", BEGIN.plus(Duration.ofHours(1)));
        assertThat(VerifiedTokenProvider.remembered(verified)).isFalse();

        remember(provider, "a", BEGIN.plus(Duration.ofHours(1)));

        assertThat(known(provider, "a").map(VerifiedTokenProvider::remembered)).contains(true);
    }

    @Test
    void withoutAWhileEachTokenIsVerified() {
        VerifiedTokenProvider provider = provider(Duration.ZERO);

        remember(provider, "a", BEGIN.plus(Duration.ofHours(1)));

        assertThat(known(provider, "a")).isEmpty();
    }

    /** What belongs to the request that brought the token first is not kept for others. */
    @Test
    void nothingOfARequestIsRemembered() {
        VerifiedTokenProvider provider = provider(LIFE);

        SecurityIdentity bearer = remember(provider, "a", BEGIN.plus(Duration.ofHours(1)));

        assertThat(bearer.getAttributes()).doesNotContainKey("request");
    }

    private VerifiedTokenProvider provider(Duration life) {
        return new VerifiedTokenProvider(
                life, () -> Duration.between(BEGIN, now).toNanos(), () -> now);
    }

    private static Optional<SecurityIdentity> known(VerifiedTokenProvider provider, String token) {
        return Optional.ofNullable(
                provider.authenticate(
                                new TokenAuthenticationRequest(
                                        new TokenCredential(token, "bearer")),
                                null)
                        .await()
                        .indefinitely());
    }

    private static SecurityIdentity remember(
            VerifiedTokenProvider provider, String token, Instant end) {
        SecurityIdentity verified = identity(token, end);
        return provider.remember(
                verified, (JsonWebToken) verified.getPrincipal(), Set.of("driver"));
    }

    private static SecurityIdentity identity(String token, Instant end) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(token, end))
                .addRole("operator")
                .addAttribute("request", "the first")
                .build();
    }

    private record Token(String raw, Instant end) implements JsonWebToken {

        @Override
        public String getName() {
            return raw;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims().keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims().get(name);
        }

        private Map<String, Object> claims() {
            return Map.of(Claims.raw_token.name(), raw, Claims.exp.name(), end.getEpochSecond());
        }
    }
}

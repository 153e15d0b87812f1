package dev.supporters.gateway.adapter.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import dev.supporters.gateway.GatewayConfig;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Remembers for a short while whose token was found to be valid, so that an app that asks often is verified once. What the token says of
 * its end counts all the same; that a key of the issuer's is withdrawn counts when the while is over. Only what others have verified is kept.
 */
@ApplicationScoped
class VerifiedTokenProvider implements IdentityProvider<TokenAuthenticationRequest> {

    /** Of some kilobytes each: for those who ask often, not for all who could. */
    private static final int MOST_TOKENS = 5_000;

    private static final String REMEMBERED = VerifiedTokenProvider.class.getName();

    /** Before the one that verifies, which has the usual one. */
    private static final int PRIORITY = SYSTEM_FIRST + 100;

    private final Cache<String, SecurityIdentity> verified;
    private final InstantSource clock;

    /** Tokens expire by real time, whatever the product's clock says. */
    @Inject
    VerifiedTokenProvider(GatewayConfig config) {
        this(config.tokens().verifiedFor(), Ticker.systemTicker(), InstantSource.system());
    }

    VerifiedTokenProvider(Duration life, Ticker ticker, InstantSource clock) {
        verified =
                Caffeine.newBuilder()
                        .maximumSize(life.isZero() ? 0 : MOST_TOKENS)
                        .expireAfterWrite(life)
                        .ticker(ticker)
                        .build();
        this.clock = clock;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Nothing for a token that is not known: then the next provider verifies it. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        SecurityIdentity known = verified.getIfPresent(request.getToken().getToken());
        return known != null && valid(known)
                ? Uni.createFrom().item(known)
                : Uni.createFrom().nullItem();
    }

    /** Whether this identity was remembered, and so is not to be again: its while is not to begin anew. */
    static boolean remembered(SecurityIdentity identity) {
        return identity.getAttribute(REMEMBERED) != null;
    }

    /** The bearer of a token that was verified, with these roles; without anything of the request that brought it. */
    SecurityIdentity remember(SecurityIdentity identity, JsonWebToken token, Set<String> roles) {
        SecurityIdentity bearer =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addCredentials(identity.getCredentials())
                        .addRoles(roles)
                        .addAttribute(REMEMBERED, true)
                        .build();
        verified.put(token.getRawToken(), bearer);
        return bearer;
    }

    private boolean valid(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && clock.instant().isBefore(Instant.ofEpochSecond(token.getExpirationTime()));
    }
}

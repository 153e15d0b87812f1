package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.adapter.legacy.LegacyApiConfig;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Authenticates the legacy system by the secrets that are shared with it: on its paths only they count, on others they do not. */
@ApplicationScoped
public class LegacyAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** The role that the secret gives. */
    public static final String ROLE = "legacy";

    private static final String PATHS = "/d/v1/";
    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1000;

    private final List<byte[]> letIn;

    LegacyAuthenticationMechanism(LegacyApiConfig config) {
        letIn =
                Stream.concat(Stream.of(config.token()), config.otherToken().stream())
                        .map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8))
                        .toList();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager providers) {
        if (!request.normalizedPath().startsWith(PATHS)) {
            return Uni.createFrom().nullItem();
        }
        String given = request.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (given != null && isLetIn(given.getBytes(StandardCharsets.UTF_8))) {
            return Uni.createFrom()
                    .item(
                            QuarkusSecurityIdentity.builder()
                                    .setPrincipal(new QuarkusPrincipal(ROLE))
                                    .addRole(ROLE)
                                    .build());
        }
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }

    private boolean isLetIn(byte[] given) {
        return letIn.stream().anyMatch(expected -> MessageDigest.isEqual(given, expected));
    }
}

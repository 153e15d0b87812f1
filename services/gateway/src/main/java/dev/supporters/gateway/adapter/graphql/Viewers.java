package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Role;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.http.WebSocketTokens;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.security.identity.SecurityIdentity;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Who asks at present: the bearer of the request's, or the websocket's, token. */
@ApplicationScoped
public class Viewers {

    private final SecurityIdentity identity;
    private final WebSocketTokens webSocketTokens;

    Viewers(SecurityIdentity identity, WebSocketTokens webSocketTokens) {
        this.identity = identity;
        this.webSocketTokens = webSocketTokens;
    }

    public Viewer current() {
        return session().viewer();
    }

    /** Whoever asks, who must be an operator. */
    Viewer operator() {
        Viewer viewer = current();
        viewer.mustBeOperator();
        return viewer;
    }

    /** For what outlasts a request. Tokens live by real time, whatever the product's clock says. */
    Session session() {
        SecurityIdentity present =
                identity.isAnonymous() ? webSocketTokens.ofUpgrade().orElse(identity) : identity;
        if (!(present.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null
                || token.getSubject().isBlank()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                    "no valid token",
                    "Authorization: Bearer <token>");
        }
        Viewer viewer = new Viewer(token.getSubject(), roles(present.getRoles()));
        return new Session(
                viewer, Instant.ofEpochSecond(token.getExpirationTime()), InstantSource.system());
    }

    private static Set<Role> roles(Set<String> groups) {
        return Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.claim()))
                .collect(Collectors.toSet());
    }
}

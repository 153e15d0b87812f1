package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.access.Session;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.EndUser;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose token a request has brought. */
@ApplicationScoped
public class SessionProvider {

    /** The attribute of an identity whose session outlasts its token. */
    private static final String SESSION = "supporters.session";

    private final SecurityIdentity identity;

    SessionProvider(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The principal of a token, for as long as it is valid. Tokens expire by real time, whatever the product's clock says. */
    public static Session session(SecurityIdentity identity) {
        if (principal(identity) != null
                && identity.getAttribute(SESSION) instanceof Session lasting) {
            return lasting;
        }
        if (!(principal(identity) instanceof JsonWebToken token)
                || token.getSubject() == null
                || token.getSubject().isBlank()) {
            throw unauthenticated("no valid token", "Authorization: Bearer <token>");
        }
        return new Session(
                new Principal(token.getSubject(), roles(identity.getRoles())),
                Instant.ofEpochSecond(token.getExpirationTime()),
                InstantSource.system());
    }

    /** The identity with this session, which other tokens may renew, in place of one that ends with its own token. */
    public static SecurityIdentity lasting(SecurityIdentity identity, Session session) {
        return QuarkusSecurityIdentity.builder(identity).addAttribute(SESSION, session).build();
    }

    /**
     * The driver or customer for whom services are asked at present, by a request or for a subscription. Empty for who sees all, for the
     * legacy system, and for what the gateway does by itself.
     */
    public Optional<EndUser> endUser() {
        return Session.reading()
                .or(this::ofRequest)
                .filter(principal -> !principal.seesAll())
                .map(principal ->
                        new EndUser(
                                principal.id(),
                                principal.roles().stream()
                                        .map(Role::claim)
                                        .collect(Collectors.toSet())));
    }

    private Optional<Principal> ofRequest() {
        return Arc.container().requestContext().isActive()
                        && principal(identity) instanceof JsonWebToken
                ? Optional.of(session(identity).principal())
                : Optional.empty();
    }

    /** A socket may be closed in the moment in which one of its operations asks who it is. */
    private static java.security.Principal principal(SecurityIdentity identity) {
        try {
            return identity.getPrincipal();
        } catch (ContextNotActiveException e) {
            throw unauthenticated("a connection that is closed", "an open one");
        }
    }

    private static Refusal unauthenticated(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_UNAUTHENTICATED, offending, expected);
    }

    private static Set<Role> roles(Set<String> groups) {
        return Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.claim()))
                .collect(Collectors.toSet());
    }
}

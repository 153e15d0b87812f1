package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.access.Session;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.security.identity.SecurityIdentity;

import jakarta.enterprise.context.ApplicationScoped;

/** Who asks at present: the bearer of the token that the request, or its websocket, has brought. */
@ApplicationScoped
public class PrincipalProvider {

    private final SecurityIdentity identity;

    PrincipalProvider(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Principal get() {
        return session().principal();
    }

    /** Who asks, if it is an operator; all others are refused. */
    public Principal operator() {
        Principal principal = get();
        principal.mustBeOperator();
        return principal;
    }

    /** Who asks, if it has the role itself; operators and services are refused, too: they speak in nobody's name. */
    public Principal only(Role role) {
        Principal principal = get();
        if (!principal.is(role)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    "your roles",
                    "the role " + role.claim());
        }
        return principal;
    }

    /** For subscriptions, which outlast a request. Tokens expire by real time, whatever the product's clock says. */
    public Session session() {
        return session(identity);
    }

    /** The same for whom another part has authenticated. */
    public static Session session(SecurityIdentity identity) {
        return SessionProvider.session(identity);
    }
}

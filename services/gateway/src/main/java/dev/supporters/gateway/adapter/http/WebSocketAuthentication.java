package dev.supporters.gateway.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/**
 * A websocket may bring its token in its upgrade request, in its first message, or in both. Quarkus closes a socket that brings
 * both. So the token of the upgrade request is hidden from Quarkus and kept here; it counts until the first message brings another.
 */
@ApplicationScoped
public class WebSocketAuthentication {

    private static final String KEPT = "supporters.upgrade-identity";

    private final CurrentVertxRequest present;

    WebSocketAuthentication(CurrentVertxRequest present) {
        this.present = present;
    }

    /** Whose token the upgrade request brought. */
    public Optional<SecurityIdentity> ofUpgrade() {
        return Optional.ofNullable(present.getCurrent())
                .map(request -> request.<SecurityIdentity>get(KEPT));
    }

    static void keep(RoutingContext upgrade) {
        if (!(upgrade.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            return;
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        upgrade.put(KEPT, identity);
        QuarkusHttpUser.setIdentity(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(""))
                        .setAnonymous(true)
                        .build(),
                upgrade);
    }
}

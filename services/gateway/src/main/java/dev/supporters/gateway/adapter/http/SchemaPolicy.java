package dev.supporters.gateway.adapter.http;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.GatewayConfig.SchemaReaders;
import dev.supporters.gateway.access.Principal;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Who may read the schema, and the description of REST: they say what there is to ask, which drivers and customers need not know. */
@ApplicationScoped
public class SchemaPolicy {

    private static final String TEXT = "/graphql/schema.graphql";
    private static final String EXPECTED = "the role operator or service";

    private final boolean forAll;

    SchemaPolicy(GatewayConfig config) {
        forAll =
                config.schemaFor()
                        .map(SchemaReaders.ALL::equals)
                        .orElse(config.tokens().development());
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, AuthenticationFilter.PRIORITY - 1);
    }

    /** Whether everybody may. */
    public boolean forAll() {
        return forAll;
    }

    /** Who may, where not everybody may. */
    public static boolean admits(Principal principal) {
        return principal.seesAll();
    }

    /** How whoever may not is refused. */
    public static Refusal refusal() {
        return new Refusal(
                ErrorReason.ERROR_REASON_PERMISSION_DENIED, "the schema for your roles", EXPECTED);
    }

    private void admit(RoutingContext request) {
        if (forAll || !text(request)) {
            request.next();
            return;
        }
        if (!(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            AuthenticationFilter.refuse(request, "no token");
            return;
        }
        if (!admits(SessionProvider.session(user.getSecurityIdentity()).principal())) {
            RefusalMapper.answer(request, 403, AuthenticationFilter.JSON, refusal());
            return;
        }
        request.next();
    }

    /** For the router, the path with a slash at its end is the same path. */
    private static boolean text(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals(TEXT) || path.equals(TEXT + "/");
    }
}

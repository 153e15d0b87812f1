package dev.supporters.gateway.adapter.graphql.server;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.Function;

/** The request context of CDI, in which fields are fetched: who asks, and with which HTTP request. */
@ApplicationScoped
class RequestScopeProvider {

    private final CurrentVertxRequest present;
    private final CurrentIdentityAssociation identities;

    RequestScopeProvider(CurrentVertxRequest present, CurrentIdentityAssociation identities) {
        this.present = present;
        this.identities = identities;
    }

    /** A context that lasts until it is ended. */
    ContextState begin(RoutingContext request, SecurityIdentity identity) {
        ManagedContext scope = Arc.container().requestContext();
        ContextState state = scope.activate();
        try {
            present.setCurrent(request);
            identities.setIdentity(identity);
            return state;
        } finally {
            scope.deactivate();
        }
    }

    /** From now on somebody else asks within a context, or the same person with another token. */
    void change(ContextState state, SecurityIdentity identity) {
        within(
                state,
                present -> {
                    identities.setIdentity(identity);
                    return present;
                });
    }

    /** Does something within a context. */
    static <T> T within(ContextState state, Function<ContextState, T> task) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate(state);
        try {
            return task.apply(state);
        } finally {
            scope.deactivate();
        }
    }

    static void end(ContextState state) {
        Arc.container().requestContext().destroy(state);
    }
}

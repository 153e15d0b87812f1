package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.RequestId;
import dev.supporters.proto.common.v1.ErrorReason;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses GraphQL requests without a valid token, with an answer that says so, and gives every request its id. */
@ApplicationScoped
class AuthenticationFilter {

    private static final String GRAPHQL = "/graphql";
    // authentication has 200; the library takes websockets at 99
    private static final int AFTER_AUTHENTICATION = 150;
    private static final int BEFORE_ALL = -1000;

    void filters(@Observes Filters filters) {
        filters.register(AuthenticationFilter::admit, AFTER_AUTHENTICATION);
    }

    /** A token that is invalid fails before any filter. */
    void failures(@Observes Router router) {
        router.route()
                .order(BEFORE_ALL)
                .failureHandler(request -> {
                    if (request.failure() instanceof AuthenticationException
                            && !request.response().headWritten()) {
                        refuse(request, "an invalid token");
                        return;
                    }
                    request.next();
                });
    }

    private static void admit(RoutingContext request) {
        request.response().putHeader(RequestId.HEADER, RequestIdProvider.idOf(request));
        if (graphQl(request.normalizedPath())) {
            if (websocket(request)) {
                WebSocketAuthentication.keep(request);
            } else if (anonymous(request)) {
                refuse(request, "no token");
                return;
            }
        }
        request.next();
    }

    /** For the router, the path with a slash at its end is the same path. */
    private static boolean graphQl(String path) {
        return path.equals(GRAPHQL) || path.equals(GRAPHQL + "/");
    }

    /** A websocket may bring its token in its first message; without one, its operations are refused. */
    private static boolean websocket(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaderNames.UPGRADE));
    }

    private static boolean anonymous(RoutingContext request) {
        return !(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private static void refuse(RoutingContext request, String offending) {
        Refusal refusal =
                new Refusal(
                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                        offending,
                        "Authorization: Bearer <token>");
        JsonObject extensions =
                new JsonObject()
                        .put("code", ErrorReasons.code(refusal.reason()).name())
                        .put("reason", refusal.reasonName())
                        .put("retryable", false)
                        .put("traceId", Span.current().getSpanContext().getTraceId())
                        .put("offending", refusal.offending())
                        .put("expected", refusal.expected());
        JsonObject error =
                new JsonObject().put("message", refusal.getMessage()).put("extensions", extensions);
        request.response()
                .setStatusCode(401)
                .putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer")
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).encode());
    }
}

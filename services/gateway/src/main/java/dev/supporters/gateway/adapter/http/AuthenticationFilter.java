package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.RequestId;
import dev.supporters.proto.common.v1.ErrorReason;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Refuses requests of GraphQL and REST and downloads without a valid token, with an answer that says so, and gives every request its id. */
@ApplicationScoped
public class AuthenticationFilter {

    /** When it comes among all filters: after Quarkus' authentication, which has 200. */
    public static final int PRIORITY = 150;

    private static final String GRAPHQL = "/graphql";
    private static final String EXPORT = "/export/";
    private static final List<String> REST = List.of("/v1/", "/grpc/");
    static final String JSON = "application/json; charset=utf-8";
    private static final int BEFORE_ALL = -1000;

    void filters(@Observes Filters filters) {
        filters.register(AuthenticationFilter::admit, PRIORITY);
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
                    if (graphQl(request) && request.statusCode() == 413) {
                        RefusalMapper.answer(request, 413, JSON, tooLong());
                        return;
                    }
                    request.next();
                });
    }

    private static void admit(RoutingContext request) {
        request.response().putHeader(RequestId.HEADER, RequestIdProvider.idOf(request));
        boolean open = graphQl(request) ? websocket(request) : !export(request) && !rest(request);
        if (!open && anonymous(request)) {
            refuse(request, "no token");
            return;
        }
        request.next();
    }

    /** Whether the request is for GraphQL. For the router, the path with a slash at its end is the same path. */
    public static boolean graphQl(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals(GRAPHQL) || path.equals(GRAPHQL + "/");
    }

    private static boolean export(RoutingContext request) {
        return request.normalizedPath().startsWith(EXPORT);
    }

    private static boolean rest(RoutingContext request) {
        return REST.stream().anyMatch(request.normalizedPath()::startsWith);
    }

    /** Whether a websocket is asked for. It may bring its token in its first message; without one it is closed. */
    public static boolean websocket(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaderNames.UPGRADE));
    }

    private static boolean anonymous(RoutingContext request) {
        return !(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous();
    }

    private static Refusal tooLong() {
        return new Refusal(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "a body that is too long",
                "at most 256 KB");
    }

    /** Refuses for want of a valid token. */
    static void refuse(RoutingContext request, String offending) {
        Refusal refusal =
                new Refusal(
                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                        offending,
                        "Authorization: Bearer <token>");
        request.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        if (rest(request)) {
            HttpStatusMapper.answer(request, 401, refusal);
            return;
        }
        RefusalMapper.answer(request, 401, JSON, refusal);
    }
}

package dev.supporters.platform.request;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers requests that the router cannot read, as one without a Host: the mistake is the client's, so nothing of it is a fault in the log. */
@ApplicationScoped
class MalformedRequests {

    private static final int BAD_REQUEST = 400;
    private static final int BEFORE_ALL = -2000;

    void failures(@Observes Router router) {
        router.route().order(BEFORE_ALL).failureHandler(MalformedRequests::answer);
    }

    private static void answer(RoutingContext request) {
        boolean malformed =
                request.statusCode() == BAD_REQUEST && request.failure() instanceof VertxException;
        if (!malformed || request.response().headWritten()) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(request.failure().getMessage() + "\n");
    }
}

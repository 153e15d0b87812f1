package dev.supporters.gateway.adapter.console;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.RoleClaim;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/**
 * Serves the browser console: the headers of its pages and files, one page for all addresses below /console, and what the page has to
 * know before anybody is signed in.
 */
@ApplicationScoped
public class ConsoleFilter {

    /** After authentication, which lets everybody have the pages. */
    private static final int PRIORITY = 140;

    private static final String PAGE = "/";
    private static final String CONSOLE = "/console";
    private static final String BELOW = CONSOLE + "/";
    private static final String ASSETS = BELOW + "assets/";
    private static final String SETTINGS = BELOW + "settings.json";
    private static final String TIME = BELOW + "clock";

    private final GatewayConfig.ConsoleConfig config;
    private final ConsoleHeaders headers;
    private final ConsoleSettings settings;
    private final Clock clock;

    ConsoleFilter(GatewayConfig config, Clock clock) {
        this.config = config.console();
        this.headers = ConsoleHeaders.of(config.console().authority());
        this.settings =
                ConsoleSettings.of(
                        config.console(),
                        RoleClaim.parse(
                                config.tokens().rolesClaim(),
                                config.tokens().rolesPrefix().orElse("")),
                        config.grpcUi());
        this.clock = clock;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::pass, PRIORITY);
    }

    void routes(@Observes Router router) {
        if (!config.enabled()) {
            return;
        }
        router.get(SETTINGS).handler(request -> answer(request, settings.json()));
        router.get(TIME).handler(request -> answer(request, ConsoleSettings.time(clock.instant())));
    }

    private void pass(RoutingContext request) {
        String path = request.normalizedPath();
        if (!path.equals(PAGE) && !path.equals(CONSOLE) && !path.startsWith(BELOW)) {
            request.next();
            return;
        }
        if (!config.enabled()) {
            request.response().setStatusCode(404).end();
            return;
        }
        headers.addTo(request.response());
        request.addHeadersEndHandler(ignored -> cache(request.response(), path));
        if (isPage(request, path)) {
            request.reroute(PAGE);
            return;
        }
        request.next();
    }

    /** The name of a bundled file has a digest of its content; all else may change under the same name. */
    private static void cache(HttpServerResponse response, String path) {
        boolean forEver = path.startsWith(ASSETS) && response.getStatusCode() == 200;
        response.putHeader(
                HttpHeaderNames.CACHE_CONTROL,
                forEver ? ConsoleHeaders.FOR_EVER : ConsoleHeaders.ASK_AGAIN);
    }

    /** Every address of a page is the one page; files have a dot in their names, and what is answered here has no page. */
    private static boolean isPage(RoutingContext request, String path) {
        return request.request().method().equals(HttpMethod.GET)
                && !path.equals(PAGE)
                && !path.equals(TIME)
                && path.indexOf('.') < 0;
    }

    private static void answer(RoutingContext request, String json) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .end(json);
    }
}

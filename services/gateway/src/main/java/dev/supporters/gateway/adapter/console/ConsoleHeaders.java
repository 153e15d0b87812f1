package dev.supporters.gateway.adapter.console;

import io.vertx.core.http.HttpServerResponse;

import java.net.URI;

/**
 * What browsers are told of the console: to run, show and ask nothing but ours, and never within another page.
 *
 * @param contentSecurityPolicy the value of that header
 */
record ConsoleHeaders(String contentSecurityPolicy) {

    /** For what may change under the same name. */
    static final String ASK_AGAIN = "no-cache";

    /** For what never changes under the same name: a year. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    /**
     * The headers of a console that signs people in at an issuer.
     *
     * @param authority its URL: the one other address that the page may ask
     */
    static ConsoleHeaders of(String authority) {
        URI issuer = URI.create(authority);
        return new ConsoleHeaders(
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data: blob:",
                        "font-src 'self'",
                        "connect-src 'self' %s://%s"
                                .formatted(issuer.getScheme(), issuer.getRawAuthority()),
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'"));
    }

    void addTo(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "geolocation=(self), camera=(), microphone=(), payment=()");
    }
}

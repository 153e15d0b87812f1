package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.LegacyConfig;

import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Refuses requests without the shared token. */
class LegacyTokenFilter {

    private final byte[] expected;

    LegacyTokenFilter(LegacyConfig config) {
        expected = ("Bearer " + config.token()).getBytes(StandardCharsets.UTF_8);
    }

    @ServerRequestFilter
    Optional<Response> check(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean known =
                given != null
                        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
        return known
                ? Optional.empty()
                : Optional.of(
                        ErrorResponses.answer(
                                401, new JsonObject().put("error", "unauthenticated")));
    }
}

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

/** Lets only those in who have the token. */
class Entrance {

    private final byte[] expected;

    Entrance(LegacyConfig config) {
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
                : Optional.of(Errors.answer(401, new JsonObject().put("error", "unauthenticated")));
    }
}

package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.LegacyConfig;

import io.vertx.core.json.JsonObject;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses requests without one of the shared tokens. */
class LegacyTokenFilter {

    private final List<byte[]> letIn;

    LegacyTokenFilter(LegacyConfig config) {
        letIn =
                Stream.concat(Stream.of(config.token()), config.otherToken().stream())
                        .map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8))
                        .toList();
    }

    @ServerRequestFilter
    Optional<Response> check(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return given != null && isLetIn(given.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(
                        ErrorResponses.answer(
                                401, new JsonObject().put("error", "unauthenticated")));
    }

    private boolean isLetIn(byte[] given) {
        return letIn.stream().anyMatch(expected -> MessageDigest.isEqual(given, expected));
    }
}

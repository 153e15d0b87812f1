package dev.supporters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Mints tokens for anybody who asks: for the local stand and for demos only. Where a company has an OIDC issuer, the gateway is told that one's keys
 * instead.
 */
public final class DevelopmentIssuer implements AutoCloseable {

    public static final String ISSUER = "https://issuer.local.supporters.dev";

    static final int VALID_MINUTES = 60 * 24;
    private static final List<String> ROLES = List.of("driver", "customer", "operator", "service");

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private DevelopmentIssuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /** Starts an issuer that only this machine reaches. */
    public static DevelopmentIssuer start(int port) {
        return start("127.0.0.1", port);
    }

    /**
     * Starts an issuer.
     *
     * @param host that it binds; 0.0.0.0 lets everybody in
     */
    public static DevelopmentIssuer start(String host, int port) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("development");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 64);
            DevelopmentIssuer issuer = new DevelopmentIssuer(key, server);
            server.createContext(
                    "/jwks.json",
                    exchange -> answer(exchange, 200, "application/json", issuer.keys()));
            server.createContext("/token", issuer::token);
            DevelopmentCodeFlow.add(issuer);
            server.setExecutor(issuer.executor);
            server.start();
            return issuer;
        } catch (JoseException e) {
            throw new IllegalStateException("no key could be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the development issuer could not be started", e);
        }
    }

    /** Answers at one more path. */
    public void answer(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Answers a text at one more path. */
    public void answer(String path, String text) {
        server.createContext(path, exchange -> answer(exchange, 200, "text/plain", text + "\n"));
    }

    /** A token for a person in a role. */
    public String mint(String subject, String role) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", List.of(role));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(VALID_MINUTES);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }

    private String keys() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String role = query.getOrDefault("role", "operator");
        if (!ROLES.contains(role)) {
            answer(
                    exchange,
                    400,
                    "text/plain",
                    "role: " + role + " (expected: one of " + String.join(", ", ROLES) + ")\n");
            return;
        }
        answer(exchange, 200, "text/plain", mint(query.getOrDefault("sub", role), role) + "\n");
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
            }
        }
        return query;
    }

    static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

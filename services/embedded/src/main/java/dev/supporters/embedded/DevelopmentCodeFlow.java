package dev.supporters.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import org.jose4j.json.JsonUtil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Signs people in as an OIDC issuer does, by the code flow with PKCE (RFC 7636), but asks for no password: `login_hint=role:subject` says who it
 * is, and without it a page asks with one click for each role. Sends people back to this machine only.
 */
final class DevelopmentCodeFlow {

    private static final List<String> ROLES = List.of("operator", "driver", "customer", "service");
    private static final int MOST_CODES = 1000;
    private static final String REFRESH = "refresh_token";

    private final DevelopmentIssuer issuer;
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    /** By what may be had another token, once. */
    private final Map<String, Person> refreshes = new ConcurrentHashMap<>();

    private final SecureRandom random = new SecureRandom();

    private DevelopmentCodeFlow(DevelopmentIssuer issuer) {
        this.issuer = issuer;
    }

    static void add(DevelopmentIssuer issuer) {
        DevelopmentCodeFlow flow = new DevelopmentCodeFlow(issuer);
        issuer.answer("/.well-known/openid-configuration", flow::discovery);
        issuer.answer("/authorize", flow::authorize);
        issuer.answer("/oidc/token", flow::token);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        String base = "http://" + exchange.getRequestHeaders().getFirst("Host");
        json(
                exchange,
                200,
                Map.of(
                        "issuer",
                        DevelopmentIssuer.ISSUER,
                        "authorization_endpoint",
                        base + "/authorize",
                        "token_endpoint",
                        base + "/oidc/token",
                        "jwks_uri",
                        base + "/jwks.json",
                        "response_types_supported",
                        List.of("code"),
                        "code_challenge_methods_supported",
                        List.of("S256")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        String raw = exchange.getRequestURI().getRawQuery();
        Map<String, String> asked = DevelopmentIssuer.query(raw);
        String back = asked.getOrDefault("redirect_uri", "");
        if (!onThisMachine(back)
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || asked.getOrDefault("code_challenge", "").isEmpty()) {
            json(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        Optional<Person> person = Person.read(asked.getOrDefault("login_hint", ""));
        if (person.isEmpty()) {
            html(exchange, page(raw));
            return;
        }
        String code = keep(codes, new Granted(person.get(), asked.get("code_challenge"), back));
        exchange.getResponseHeaders()
                .set(
                        "location",
                        back
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("cache-control", "no-store");
        Map<String, String> asked =
                DevelopmentIssuer.query(
                        new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
        Optional<Person> person =
                REFRESH.equals(asked.get("grant_type"))
                        ? Optional.ofNullable(refreshes.remove(asked.getOrDefault(REFRESH, "")))
                        : signedIn(asked);
        if (person.isEmpty()) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        issuer.mint(person.get().subject(), person.get().role()),
                        REFRESH,
                        keep(refreshes, person.get()),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        DevelopmentIssuer.VALID_MINUTES * 60));
    }

    /** Who has come back with a code of hers. */
    private Optional<Person> signedIn(Map<String, String> asked) {
        return Optional.ofNullable(codes.remove(asked.getOrDefault("code", "")))
                .filter(granted -> granted.redirect().equals(asked.get("redirect_uri")))
                .filter(granted ->
                        granted.challenge()
                                .equals(challenge(asked.getOrDefault("code_verifier", ""))))
                .map(Granted::person);
    }

    /** Else anybody could have a token of this issuer sent to an address of his. */
    private static boolean onThisMachine(String address) {
        try {
            URI uri = URI.create(address);
            return "http".equals(uri.getScheme())
                    && uri.getQuery() == null
                    && uri.getHost() != null
                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    private static String page(String query) {
        String shown = query.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<!doctype html><title>Development issuer</title><h1>Sign in as</h1><ul>"
                + ROLES.stream()
                        .map(role ->
                                "<li><a href=\"/authorize?%s&amp;login_hint=%s:%s\">%s</a>"
                                        .formatted(shown, role, role, role))
                        .collect(Collectors.joining())
                + "</ul>";
    }

    /** The code under which it is kept. */
    private <T> String keep(Map<String, T> kept, T value) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String code = encoded(bytes);
        if (kept.size() >= MOST_CODES) {
            kept.clear();
        }
        kept.put(code, value);
        return code;
    }

    private static String challenge(String verifier) {
        try {
            return encoded(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The console asks from another origin. */
    private static void json(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        exchange.getResponseHeaders().set("access-control-allow-origin", "*");
        DevelopmentIssuer.answer(
                exchange, status, "application/json", JsonUtil.toJson(Map.copyOf(body)));
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        DevelopmentIssuer.answer(exchange, 200, "text/html; charset=utf-8", page);
    }

    private record Granted(Person person, String challenge, String redirect) {}

    private record Person(String role, String subject) {

        static Optional<Person> read(String hint) {
            int colon = hint.indexOf(':');
            if (colon < 1
                    || colon == hint.length() - 1
                    || !ROLES.contains(hint.substring(0, colon))) {
                return Optional.empty();
            }
            return Optional.of(new Person(hint.substring(0, colon), hint.substring(colon + 1)));
        }
    }
}

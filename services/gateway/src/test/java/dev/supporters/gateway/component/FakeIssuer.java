package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.DRIVER;

import dev.supporters.testkit.FakeHttp;
import dev.supporters.testkit.FakeHttp.GivenAnswer;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An issuer of tokens with one key at a time. */
public final class FakeIssuer implements AutoCloseable {

    static final String ISSUER = "https://issuer.test";
    static final String AUDIENCE = "supporters";

    private volatile SigningKey keys = new SigningKey("key-1", newKeys());
    private int changes;
    private final FakeHttp server = new FakeHttp(request -> new GivenAnswer(200, keySet()));

    private record SigningKey(String id, KeyPair pair) {}

    /** From now on tokens are signed by another key, and the one before is gone. */
    void changeKey() {
        changes++;
        keys = new SigningKey("changed-" + changes, newKeys());
    }

    String keysUrl() {
        return server.url() + "/jwks.json";
    }

    String operator() {
        return token("op", "operator");
    }

    String driver() {
        return token(DRIVER, "driver");
    }

    String customer() {
        return token(CUSTOMER, "customer");
    }

    String token(String subject, String... groups) {
        return token(ISSUER, subject, Duration.ofMinutes(10), keys, groups);
    }

    String expired(String subject, String... groups) {
        return token(ISSUER, subject, Duration.ofMinutes(-10), keys, groups);
    }

    /** A token that is valid for a while. */
    String expiring(String subject, Duration life, String... groups) {
        return token(ISSUER, subject, life, keys, groups);
    }

    String ofAnotherIssuer(String subject, String... groups) {
        return token("https://another.test", subject, Duration.ofMinutes(10), keys, groups);
    }

    /** A token of the same issuer for another application. */
    String forAnotherAudience(String subject, String... groups) {
        return signed(
                claims(ISSUER, subject, Duration.ofMinutes(10))
                        .audience("payroll")
                        .groups(Set.of(groups)),
                keys);
    }

    String withoutAudience(String subject, String... groups) {
        return signed(claims(ISSUER, subject, Duration.ofMinutes(10)).groups(Set.of(groups)), keys);
    }

    /** A token for us with other claims. */
    String withClaims(String subject, Map<String, ?> claims) {
        JwtClaimsBuilder token = claims(ISSUER, subject, Duration.ofMinutes(10)).audience(AUDIENCE);
        claims.forEach(token::claim);
        return signed(token, keys);
    }

    String signedByAnother(String subject, String... groups) {
        return token(
                ISSUER,
                subject,
                Duration.ofMinutes(10),
                new SigningKey("another", newKeys()),
                groups);
    }

    @Override
    public void close() {
        server.close();
    }

    private static String token(
            String issuer, String subject, Duration life, SigningKey keys, String... groups) {
        return signed(
                claims(issuer, subject, life)
                        .audience(AUDIENCE)
                        .groups(new HashSet<>(Arrays.asList(groups))),
                keys);
    }

    private static JwtClaimsBuilder claims(String issuer, String subject, Duration life) {
        long now = java.time.InstantSource.system().instant().getEpochSecond();
        return Jwt.issuer(issuer)
                .subject(subject)
                .issuedAt(now - 1200)
                .expiresAt(now + life.toSeconds());
    }

    private static String signed(JwtClaimsBuilder claims, SigningKey keys) {
        return claims.jws().keyId(keys.id()).sign(keys.pair().getPrivate());
    }

    private String keySet() {
        SigningKey current = keys;
        RSAPublicKey key = (RSAPublicKey) current.pair().getPublic();
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}\
        """
                .formatted(current.id(), number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** Everybody who may stand before a door, each with a token. */
    Map<String, String> persons() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("nobody", "");
        tokens.put("without a role", token("5"));
        tokens.put("the customer", token(CUSTOMER, "customer"));
        tokens.put("another customer", token("8", "customer"));
        tokens.put("the driver", token(DRIVER, "driver"));
        tokens.put("another driver", token("9", "driver"));
        tokens.put("an operator", operator());
        tokens.put("a service", token("s", "service"));
        return tokens;
    }
}

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
import java.util.Map;
import java.util.Set;

/** An issuer of tokens with one key. */
public final class FakeIssuer implements AutoCloseable {

    static final String ISSUER = "https://issuer.test";
    static final String AUDIENCE = "supporters";

    private static final String KEY_ID = "key-1";

    private final KeyPair keys = newKeys();
    private final FakeHttp server = new FakeHttp(request -> new GivenAnswer(200, keySet()));

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
        return token(ISSUER, subject, Duration.ofMinutes(10), newKeys(), groups);
    }

    @Override
    public void close() {
        server.close();
    }

    private static String token(
            String issuer, String subject, Duration life, KeyPair keys, String... groups) {
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

    private static String signed(JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId(KEY_ID).sign(keys.getPrivate());
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}\
        """
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
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
}

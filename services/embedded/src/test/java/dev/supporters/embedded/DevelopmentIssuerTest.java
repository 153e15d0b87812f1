package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;

class DevelopmentIssuerTest {

    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void mintsTokensThatItsPublishedKeysVerify() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            String token = get(client, port, "/token?role=driver&sub=1004550").body().strip();
            JsonWebKeySet keys = new JsonWebKeySet(get(client, port, "/jwks.json").body());

            JwtClaims claims =
                    new JwtConsumerBuilder()
                            .setExpectedIssuer(DevelopmentIssuer.ISSUER)
                            .setVerificationKeyResolver(
                                    new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                            .build()
                            .processToClaims(token);

            assertThat(claims.getSubject()).isEqualTo("1004550");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("driver");
            assertThat(keys.toJson()).doesNotContain("\"d\":");
        }
    }

    @Test
    void aRoleThatThereIsNotIsAnsweredWithThoseThatThereAre() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = get(client, port, "/token?role=god");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo(
                            "role: god (expected: one of driver, customer, operator, service)\n");
        }
    }

    @Test
    void leadsIntoGraphiqlWithATokenOfTheChosenRoleInOneClick() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            GraphiqlSignIn.add(issuer, URI.create("http://127.0.0.1:8080"), "1004550");

            // When
            HttpResponse<String> page = get(client, port, "/graphiql");
            HttpResponse<String> driver = get(client, port, "/graphiql/driver");
            HttpResponse<String> nobody = get(client, port, "/graphiql/god");

            // Then
            for (String role : List.of("operator", "driver", "customer", "service")) {
                assertThat(page.body()).contains("href=\"/graphiql/" + role + "\"");
            }
            assertThat(driver.statusCode()).isEqualTo(302);
            assertThat(driver.headers().firstValue("location").orElseThrow())
                    .startsWith(
                            "http://127.0.0.1:8080/q/graphql-ui/?headers=%7B%22Authorization%22%3A%20%22Bearer%20ey")
                    .contains("&query=%7B%20workStatus");
            assertThat(nobody.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void signsPeopleInByTheCodeFlowWithPkce() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            String back = "http://127.0.0.1:8080/console/signed-in";

            // When
            HttpResponse<String> discovery = get(client, port, "/.well-known/openid-configuration");
            HttpResponse<String> page = get(client, port, authorize(back, ""));
            HttpResponse<String> signedIn =
                    get(client, port, authorize(back, "&login_hint=driver:1004550"));
            String location = signedIn.headers().firstValue("location").orElseThrow();
            String code = location.replaceFirst(".*[?]code=([^&]+)&state=s%2F1$", "$1");
            HttpResponse<String> stolen = exchange(client, port, code, back, "another verifier");
            HttpResponse<String> again =
                    get(client, port, authorize(back, "&login_hint=driver:1004550"));
            String second =
                    again.headers()
                            .firstValue("location")
                            .orElseThrow()
                            .replaceFirst(".*[?]code=([^&]+)&.*", "$1");
            HttpResponse<String> token = exchange(client, port, second, back, VERIFIER);
            HttpResponse<String> twice = exchange(client, port, second, back, VERIFIER);

            // Then
            assertThat(discovery.body()).contains("authorization_endpoint").contains("S256");
            assertThat(discovery.headers().firstValue("access-control-allow-origin")).contains("*");
            assertThat(page.body()).contains("login_hint=operator:operator");
            assertThat(signedIn.statusCode()).isEqualTo(302);
            assertThat(location).startsWith(back);
            assertThat(stolen.statusCode()).isEqualTo(400);
            assertThat(token.statusCode()).isEqualTo(200);
            assertThat(token.body()).contains("\"access_token\":\"ey");
            assertThat(twice.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void givesAnotherTokenOnceForWhatItGaveWithThePresentOne() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            // Given
            String back = "http://127.0.0.1:8080/console/signed-in";
            String location =
                    get(client, port, authorize(back, "&login_hint=driver:1004550"))
                            .headers()
                            .firstValue("location")
                            .orElseThrow();
            String code = location.replaceFirst(".*[?]code=([^&]+)&.*", "$1");
            String first = refresh(exchange(client, port, code, back, VERIFIER).body());

            // When
            HttpResponse<String> next = renew(client, port, first);
            HttpResponse<String> twice = renew(client, port, first);
            HttpResponse<String> third = renew(client, port, refresh(next.body()));

            // Then
            assertThat(next.statusCode()).isEqualTo(200);
            String claims =
                    new String(
                            Base64.getUrlDecoder()
                                    .decode(
                                            next.body()
                                                    .replaceFirst(
                                                            "(?s).*\"access_token\":\"[^.]+[.]([^.]+)[.].*",
                                                            "$1")),
                            UTF_8);
            assertThat(claims).contains("\"sub\":\"1004550\"").contains("\"groups\":[\"driver\"]");
            assertThat(twice.statusCode()).isEqualTo(400);
            assertThat(third.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sendsNobodyToAnotherMachine() throws Exception {
        int port = FreePorts.take();
        try (DevelopmentIssuer issuer = DevelopmentIssuer.start(port);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String back :
                    List.of(
                            "https://192.0.2.1/x",
                            "http://192.0.2.1/x",
                            "javascript:alert(1)",
                            "")) {
                assertThat(
                                get(client, port, authorize(back, "&login_hint=operator:me"))
                                        .statusCode())
                        .as(back)
                        .isEqualTo(400);
            }
        }
    }

    private static String authorize(String back, String more) {
        return "/authorize?response_type=code&client_id=c&state=s%2F1&code_challenge="
                + CHALLENGE
                + "&code_challenge_method=S256&redirect_uri="
                + URLEncoder.encode(back, UTF_8)
                + more;
    }

    private static HttpResponse<String> exchange(
            HttpClient client, int port, String code, String back, String verifier)
            throws Exception {
        String form =
                "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
                        .formatted(
                                code,
                                URLEncoder.encode(back, UTF_8),
                                URLEncoder.encode(verifier, UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oidc/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String refresh(String body) {
        return body.replaceFirst("(?s).*\"refresh_token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> renew(HttpClient client, int port, String refresh)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oidc/token"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=refresh_token&client_id=c&refresh_token="
                                                + refresh))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

class DevelopmentIssuerTest {

    @Test
    void mintsTokensThatItsPublishedKeysVerify() throws Exception {
        int port = EmbeddedBroker.freePort();
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
        int port = EmbeddedBroker.freePort();
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
        int port = EmbeddedBroker.freePort();
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

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

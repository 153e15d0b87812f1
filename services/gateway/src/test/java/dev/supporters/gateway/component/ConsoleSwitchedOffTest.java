package dev.supporters.gateway.component;

import static io.restassured.RestAssured.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A gateway whose switches are all the other way than usual: no console, no page on gRPC, but browsers of GraphQL and REST. */
@QuarkusTest
@TestProfile(ConsoleSwitchedOffTest.SwitchedOff.class)
class ConsoleSwitchedOffTest extends ComponentTest {

    @Test
    void servesNothingOfIt() {
        for (String path : List.of("/", "/console", "/console/tonight", "/console/settings.json")) {
            get(path).then().statusCode(404);
        }
        GatewayRequests.ask(issuer.operator(), "{ __typename }").statusCode(200);
    }

    @Test
    void servesNoMethodsByHandEither() {
        var operator = RestAssured.given().header("Authorization", "Bearer " + issuer.operator());

        operator.get("/grpc/services").then().statusCode(404);
        operator.post("/grpc/supporters.work.v1.WorkService/Begin").then().statusCode(404);
        assertThat(services.askedMethods()).isEmpty();
    }

    @Test
    void servesBrowsersOfGraphQlAndRestIfAskedFor() {
        get("/q/graphql-ui/").then().statusCode(200);
        get("/q/swagger-ui/").then().statusCode(200).body(containsString("/openapi.json"));
    }

    public static final class SwitchedOff implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "supporters.gateway.console.enabled", "false",
                    "supporters.gateway.grpc-ui", "false",
                    "supporters.gateway.ui", "true",
                    // a minute is too long for a test: see IssuerKeysTest
                    "smallrye.jwt.jwks.forced-refresh-interval", "0");
        }
    }
}

package dev.supporters.gateway.component;

import static io.restassured.RestAssured.get;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A gateway whose console and page on gRPC are switched off serves nothing of them, and GraphQL as before. */
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

    public static final class SwitchedOff implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "supporters.gateway.console.enabled", "false",
                    "supporters.gateway.grpc-ui", "false");
        }
    }
}

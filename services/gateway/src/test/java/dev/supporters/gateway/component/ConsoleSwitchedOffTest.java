package dev.supporters.gateway.component;

import static io.restassured.RestAssured.get;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A gateway whose console is switched off serves nothing of it, and GraphQL as before. */
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

    public static final class SwitchedOff implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("supporters.gateway.console.enabled", "false");
        }
    }
}

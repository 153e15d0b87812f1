package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway whose schema is for operators and services, as it is where the issuer is none for development. */
@QuarkusTest
@TestProfile(SchemaReadersTest.ForOperators.class)
class SchemaReadersTest extends ComponentTest {

    private static final String TEXT = "/graphql/schema.graphql";
    private static final String SCHEMA = "{ __schema { queryType { name } } }";

    @Test
    void operatorsAndServicesReadIt() {
        for (String token : List.of(issuer.operator(), issuer.token("s", "service"))) {
            ask(token, SCHEMA)
                    .statusCode(200)
                    .body("data.__schema.queryType.name", equalTo("Query"));
            given().header("Authorization", "Bearer " + token)
                    .get(TEXT)
                    .then()
                    .statusCode(200)
                    .body(containsString("type Query"));
        }
    }

    @Test
    void nobodyElseDoes() {
        for (String token : List.of(issuer.driver(), issuer.customer(), issuer.token("x"))) {
            for (String introspection :
                    List.of(
                            SCHEMA,
                            "{ __type(name: \"Call\") { name } }",
                            "{ ...all } fragment all on Query { other: __schema { types { name } } }")) {
                ask(token, introspection)
                        .body("data", nullValue())
                        .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
            }
            ask(token, "{ __typename }").body("data.__typename", equalTo("Query"));
            given().header("Authorization", "Bearer " + token).get(TEXT).then().statusCode(403);
            given().header("Authorization", "Bearer " + token)
                    .get(TEXT + "/")
                    .then()
                    .statusCode(403);
        }
        get(TEXT).then().statusCode(401);
    }

    @Test
    void norOverAWebsocket() {
        try (SubscriptionClient client = socket(Optional.of(issuer.driver()), Optional.empty())) {
            assertThat(client.next()).contains("connection_ack");
            client.subscribe(SCHEMA);
            assertThat(client.next()).contains("\"error\"", "PERMISSION_DENIED");
        }
    }

    public static final class ForOperators implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("supporters.gateway.schema-for", "operators");
        }
    }
}

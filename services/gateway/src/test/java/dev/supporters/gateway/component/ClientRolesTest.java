package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An issuer like Keycloak: the roles of our client are in a claim of its own, and those of others beside them. */
@QuarkusTest
@TestProfile(ClientRolesTest.RolesOfOurClient.class)
class ClientRolesTest extends ComponentTest {

    private static final String POLICIES = "{ policies { pageInfo { hasNextPage } } }";

    @Test
    void anOperatorOfOurClientIsLetInEverywhere() {
        // Given
        services.answer(
                PolicyServiceGrpc.getListMethod(), request -> ListResponse.getDefaultInstance());
        services.answer(
                SettlementServiceGrpc.getListStatementsMethod(),
                request -> ListStatementsResponse.getDefaultInstance());
        String token = issuer.withClaims("op", clients(Map.of("supporters", "sp-operator")));

        // When and then
        ask(token, POLICIES).body("errors", nullValue());
        get(token, "/v1/policies").statusCode(200);
        get(token, "/export/statements/2026-11-20.csv").statusCode(200);
    }

    @Test
    void anOperatorOfAnotherClientIsLetInNowhere() {
        for (Map<String, ?> claims :
                List.of(
                        clients(Map.of("payroll", "sp-operator")),
                        clients(Map.of("supporters", "operator", "payroll", "sp-operator")),
                        Map.of("groups", List.of("operator", "sp-operator")),
                        Map.of("roles", List.of("sp-operator")),
                        Map.of("realm_access", Map.of("roles", List.of("sp-operator"))))) {
            String token = issuer.withClaims("op", claims);

            ask(token, POLICIES).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
            get(token, "/v1/policies").statusCode(403);
            get(token, "/export/statements/2026-11-20.csv").statusCode(403);
        }
        assertThat(services.askedMethods()).isEmpty();
    }

    private static ValidatableResponse get(String token, String path) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(path).then();
    }

    /** A role of each client. */
    private static Map<String, ?> clients(Map<String, String> roles) {
        return Map.of(
                "resource_access",
                roles.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        client -> Map.of("roles", List.of(client.getValue())))));
    }

    public static final class RolesOfOurClient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "supporters.gateway.tokens.roles-claim", "resource_access/supporters/roles",
                    "supporters.gateway.tokens.roles-prefix", "sp-");
        }
    }
}

package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.requestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The schema's descriptions, and which queries are refused. */
@QuarkusTest
class SchemaTest extends ComponentTest {

    @Test
    void refusesQueriesThatAreWrongTooDeepOrTooDear() {
        ask(issuer.driver(), "{ nothing }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(
                        issuer.driver(),
                        "mutation { refuseCall(input: {callId: 1, reason: BORED}) { outcome } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(issuer.driver(), "mutation { reportLocation(input: {positions: [null]}) { taken } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(
                        issuer.operator(),
                        "mutation { adjustStatement(input: {driverId: 1, businessDate: \"2026-11-20\", "
                                + "amount: {amount: 1, currency: \"KRW\"}, reason: \"without a key\"}) "
                                + "{ clientMutationId } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(
                        issuer.operator(),
                        "mutation { adjustStatement(input: {clientMutationId: \"1\", driverId: 1, "
                                + "businessDate: \"2026-11-20\", amount: {amount: 1}, reason: \"which money\"}) "
                                + "{ clientMutationId } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(
                        issuer.operator(),
                        "mutation { endWorkByOperator(input: {driverId: 1, businessDate: \"2026-11-20\", "
                                + "endedAt: \"2026-11-20T16:20:00Z\", reason: \"without a key\"}) "
                                + "{ clientMutationId } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(
                        issuer.driver(),
                        "mutation { endWorkByOperator(input: {clientMutationId: \"1\", driverId: 1, "
                                + "businessDate: \"2026-11-20\", endedAt: \"2026-11-20T16:20:00Z\", "
                                + "reason: \"I want to\"}) { clientMutationId } }")
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.driver(), "{ calls(filter: {statuses: [null]}) { edges { cursor } } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(issuer.customer(), requestCall("").replace("18000", "99999999999999999999"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(issuer.customer(), requestCall("product: null"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(issuer.driver(), "{ statement(businessDate: \"yesterday\") { paidMinutes } }")
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        String many = "{" + " a%d: engagement { state }".repeat(30) + "}";
        ask(
                        issuer.driver(),
                        String.format(
                                many, java.util.stream.IntStream.range(0, 30).boxed().toArray()))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        String deep =
                "{ __schema { types { fields { type "
                        + "{ ofType ".repeat(14)
                        + "{ name"
                        + " }".repeat(19);
        ask(issuer.driver(), deep).body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
        ask(issuer.driver(), "{ call(id: \"1'; drop\") { fare } }")
                .body("errors[0].extensions.offending", startsWith("callId"));
        assertThat(services.asked(CommanderServiceGrpc.getGetEngagementMethod())).isEmpty();
    }

    @Test
    void answersWhatGraphQlToolsAskOfASchema() {
        // Given
        String type = "type { kind name " + "ofType { kind name ".repeat(9) + "}".repeat(9) + " }";
        String value = "name description " + type + " defaultValue";
        String query =
                "query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }"
                        + " types { kind name description"
                        + " fields(includeDeprecated: true) { name description args { "
                        + value
                        + " } "
                        + type
                        + " isDeprecated deprecationReason } inputFields { "
                        + value
                        + " }"
                        + " enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }"
                        + " interfaces { name } possibleTypes { name } }"
                        + " directives { name description locations args { "
                        + value
                        + " } } } }";

        // Then
        ask(issuer.driver(), query)
                .body("errors", nullValue())
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    @Test
    void documentsEveryTypeAndField() {
        // When
        String types =
                ask(
                                issuer.operator(),
                                "{ __schema { types { name kind description fields { name description args { name description } }"
                                        + " inputFields { name description } enumValues { name description } } } }")
                        .statusCode(200)
                        .extract()
                        .asString();
        List<String> undocumented = SchemaDocumentation.missing(types);

        // Then
        assertThat(undocumented).isEmpty();
    }
}

package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.requestCall;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.ListResponse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small requests that would cost much: they are refused before anything of them is calculated or asked. */
@QuarkusTest
class HostileQueriesTest extends ComponentTest {

    @Test
    void neverCalculatesNumbersThatAreTooLong() {
        for (String number : List.of("1e200000", "1e999999999", "9".repeat(20_000), "-1e99999")) {
            refused(ask(issuer.customer(), requestCall("").replace("18000", number)));
            refused(
                    ask(
                            issuer.operator(),
                            "{ calls(first: " + number + ") { edges { cursor } } }"));
        }
        assertThat(services.asked(CallServiceGrpc.getRequestMethod())).isEmpty();
    }

    @Test
    void countsAFragmentAsOftenAsItIsSpread() {
        for (String calls : List.of("calls(first:1)", "calls(first:20)", "calls(first:100)")) {
            refused(
                    ask(
                            issuer.operator(),
                            "{"
                                    + calls
                                    + "{edges{"
                                    + aliases("n", 10, "node{...N}")
                                    + "}}}"
                                    + " fragment N on Call{"
                                    + aliases("o", 10, "origin{...L}")
                                    + "}"
                                    + " fragment L on CallLocation{"
                                    + aliases("l", 10, "lat")
                                    + "}"));
        }
        assertThat(services.asked(CallServiceGrpc.getListMethod())).isEmpty();
    }

    @Test
    void countsAliasesOfWhatCostsNothingToRead() {
        refused(
                ask(
                        issuer.operator(),
                        "{calls(first:20){edges{node{" + aliases("a", 500, "__typename") + "}}}}"));
    }

    @Test
    void multipliesByThePagesThatAreAskedFor() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(), request -> ListResponse.getDefaultInstance());
        String fields = aliases("a", 250, "callId");

        // Then
        ask(issuer.operator(), "{calls(first:2){edges{node{" + fields + "}}}}")
                .body("errors", nullValue());
        refused(ask(issuer.operator(), "{calls(first:100){edges{node{" + fields + "}}}}"));
    }

    @Test
    void refusesFragmentsThatAreToBeFollowedThroughEachOther() {
        for (String next : List.of("...F%d", "...F%1$d ...F%1$d")) {
            String chain =
                    IntStream.range(0, 600)
                            .mapToObj(i ->
                                    "fragment F"
                                            + i
                                            + " on Query { "
                                            + next.formatted(i + 1)
                                            + " }")
                            .collect(Collectors.joining(" "));
            refused(
                    ask(
                            issuer.operator(),
                            "{ ...F0 } " + chain + " fragment F600 on Query { __typename }"));
        }
    }

    @Test
    void refusesDocumentsWithTooManyTokens() {
        refused(ask(issuer.operator(), "{" + aliases("a", 2000, "__typename") + "}"));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(200)
                .body("data", nullValue())
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body(
                        "errors[0].message",
                        anyOf(
                                containsString("number of"),
                                containsString("cost"),
                                containsString("fields"),
                                containsString("tokens"),
                                containsString("characters")));
    }

    private static String aliases(String prefix, int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + ":" + field)
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoeverAsksTooOftenIsRefusedAndNobodyElse() {
        // Given
        String greedy = issuer.token("greedy", "customer");
        int limit = 2_000; // of GatewayEnvironment; the clock stands still
        IntStream.range(0, limit).forEach(each -> ask(greedy, "{ __typename }").statusCode(200));

        // When and then
        ask(greedy, "{ __typename }")
                .statusCode(429)
                .header("Retry-After", "1")
                .body("errors[0].extensions.reason", equalTo("RESOURCE_EXHAUSTED"))
                .body("errors[0].extensions.retryable", equalTo(true));
        try (SubscriptionClient socket = socket(Optional.empty(), Optional.of(greedy))) {
            socket.next();
            socket.subscribe("{ __typename }");
            assertThat(socket.next()).contains("\"error\"", "RESOURCE_EXHAUSTED");
        }
        ask(issuer.token("modest", "customer"), "{ __typename }").statusCode(200);
    }
}

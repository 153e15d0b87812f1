package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.gateway.SampleCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.tagging.v1.GetRuleHistoryResponse;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleResponse;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TagRuleChange;
import dev.supporters.proto.tagging.v1.TagRuleError;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.tagging.v1.TryRuleRequest;
import dev.supporters.proto.tagging.v1.TryRuleResponse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** How rules for tags are tried, removed and looked up. */
@QuarkusTest
class TagRuleTest extends ComponentTest {

    private static final TagRule RULE =
            TagRule.newBuilder()
                    .setName("far")
                    .setTag("far")
                    .setExpression("call.distance_meters > 3")
                    .setEnabled(true)
                    .setOrder(7)
                    .build();

    private final AtomicReference<TryRuleRequest> tried = new AtomicReference<>();

    @Test
    void triesARuleOnACallThatThereIs() {
        // Given
        Call call = Call.newBuilder().setCallId(SampleCalls.CALL).setDistanceMeters(12_000).build();
        GatewayRequests.isCall(services, call);
        answersTrialsWith(
                TryRuleResponse.newBuilder()
                        .setMatches(true)
                        .setCost(4)
                        .setMostIterations(1_000)
                        .addTags("vip")
                        .build());

        // When
        ValidatableResponse answer = tryRule("callId: \"" + SampleCalls.CALL + "\", order: 7");

        // Then
        answer.body("errors", nullValue())
                .body("data.tryTagRule.matches", equalTo(true))
                .body("data.tryTagRule.error", nullValue())
                .body("data.tryTagRule.cost", equalTo(4))
                .body("data.tryTagRule.mostIterations", equalTo(1_000))
                .body("data.tryTagRule.tags", contains("vip"));
        assertThat(tried.get().getCall()).isEqualTo(call);
        assertThat(tried.get().getOrder()).isEqualTo(7);
    }

    @Test
    void triesARuleOnACallThatThereIsNotAndPointsAtTheMistake() {
        // Given
        answersTrialsWith(
                TryRuleResponse.newBuilder()
                        .setError(
                                TagRuleError.newBuilder()
                                        .setMessage("undefined field 'weight'")
                                        .setCompilation(true)
                                        .setLine(1)
                                        .setColumn(5)
                                        .setExcerpt("call.weight > 3\n    ^"))
                        .build());

        // When
        ValidatableResponse answer =
                tryRule(
                        "sample: {userId: \"7\", requestedAt: \"2026-11-20T13:30:00Z\", distance: 12000, fare: {amount: 18000, currency: \"KRW\"}, "
                                + "origin: {lat: \"37.5\", lng: \"127.1\"}}");

        // Then
        answer.body("data.tryTagRule.matches", nullValue())
                .body("data.tryTagRule.error.message", equalTo("undefined field 'weight'"))
                .body("data.tryTagRule.error.line", equalTo(1))
                .body("data.tryTagRule.error.column", equalTo(5))
                .body("data.tryTagRule.error.excerpt", equalTo("call.weight > 3\n    ^"));
        assertThat(tried.get().getCall().getCustomerId()).isEqualTo("7");
        assertThat(tried.get().getCall().getCreateTime())
                .isEqualTo(Timestamps.of(Instant.parse("2026-11-20T13:30:00Z")));
        assertThat(tried.get().getCall().getFare().getAmount()).isEqualTo(18_000);
        assertThat(tried.get().getCall().getOrigin().getLat()).isEqualTo("37.5");
        assertThat(tried.get().getCall().hasDestination()).isFalse();
    }

    @Test
    void aCallThatThereIsNotIsRequestedNowUnlessItSaysWhen() {
        answersTrialsWith(TryRuleResponse.newBuilder().setMatches(true).build());

        tryRule("sample: {distance: 12000}").body("errors", nullValue());

        assertThat(tried.get().getCall().hasCreateTime()).isTrue();
    }

    @Test
    void refusesATrialWithoutOneCall() {
        tryRule("order: 1")
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body(
                        "errors[0].extensions.offending",
                        equalTo("callId: neither callId nor sample"))
                .body("errors[0].extensions.expected", equalTo("one of the two"));
        tryRule("callId: \"1\", sample: {}")
                .body("errors[0].extensions.offending", equalTo("callId: callId and sample"));
        assertThat(tried.get()).isNull();
    }

    @Test
    void removesARuleInTheOperatorsNameAndTellsItsHistory() {
        // Given
        AtomicReference<RemoveRuleRequest> removed = new AtomicReference<>();
        services.answer(
                TaggingServiceGrpc.getRemoveRuleMethod(),
                request -> {
                    removed.set(request);
                    return RemoveRuleResponse.newBuilder().setRule(RULE).build();
                });
        services.answer(
                TaggingServiceGrpc.getGetRuleHistoryMethod(),
                request ->
                        GetRuleHistoryResponse.newBuilder()
                                .addChanges(
                                        TagRuleChange.newBuilder()
                                                .setActor("operator-1")
                                                .setReason("no longer")
                                                .setRemoved(true)
                                                .setRule(RULE))
                                .build());

        // When
        ValidatableResponse payload =
                ask(
                        issuer.operator(),
                        "mutation { removeTagRule(input: {name: \"far\", reason: \"no longer\"}) { rule { name order } } }");
        ValidatableResponse history =
                ask(
                        issuer.operator(),
                        "{ tagRuleHistory(name: \"far\") { actor reason removed rule { order } } }");

        // Then
        payload.body("errors", nullValue()).body("data.removeTagRule.rule.order", equalTo(7));
        assertThat(removed.get().getReason()).isEqualTo("no longer");
        assertThat(removed.get().getActor()).isNotEmpty();
        history.body("data.tagRuleHistory[0].actor", equalTo("operator-1"))
                .body("data.tagRuleHistory[0].removed", equalTo(true))
                .body("data.tagRuleHistory[0].rule.order", equalTo(7));
    }

    private ValidatableResponse tryRule(String arguments) {
        return ask(
                issuer.operator(),
                "{ tryTagRule(expression: \"call.weight > 3\", "
                        + arguments
                        + ") { matches cost mostIterations tags error { message compilation line column excerpt } } }");
    }

    private void answersTrialsWith(TryRuleResponse answer) {
        services.answer(
                TaggingServiceGrpc.getTryRuleMethod(),
                request -> {
                    tried.set(request);
                    return answer;
                });
    }
}

package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.remote.v1.ListResponse;
import dev.supporters.proto.remote.v1.RemoteFailure;
import dev.supporters.proto.remote.v1.RemoteLatency;
import dev.supporters.proto.remote.v1.RemotePart;
import dev.supporters.proto.remote.v1.RemotePartServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** How an operator finds the part that is slow. */
@QuarkusTest
class RemotePartQueryTest extends ComponentTest {

    @Test
    void showsHowSlowAPartIsThatAnotherServiceAsks() {
        // Given
        services.answer(
                RemotePartServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .setProcess("r1")
                                .addParts(
                                        RemotePart.newBuilder()
                                                .setName("tagging")
                                                .setBreakerOpen(true)
                                                .setAnswered(2)
                                                .setFailed(5)
                                                .setTotalMilliseconds(1_510)
                                                .addFailures(
                                                        RemoteFailure.newBuilder()
                                                                .setReason("DEADLINE_EXCEEDED")
                                                                .setCount(5))
                                                .addLatencies(latency(2).setUpToMilliseconds(5))
                                                .addLatencies(latency(5)))
                                .build());

        // When
        var answer =
                ask(
                        issuer.operator(),
                        "{ remoteParts(caller: ROUTING) { process parts { name breakerOpen answered failed totalMilliseconds"
                                + " failures { reason count } latencies { upToMilliseconds count } } } }");

        // Then
        String tagging = "data.remoteParts.parts[0].";
        answer.body("data.remoteParts.process", equalTo("r1"))
                .body(tagging + "name", equalTo("tagging"))
                .body(tagging + "breakerOpen", equalTo(true))
                .body(tagging + "answered", equalTo(2))
                .body(tagging + "failed", equalTo(5))
                .body(tagging + "failures.reason", contains("DEADLINE_EXCEEDED"))
                .body(tagging + "latencies.count", contains(2, 5))
                .body(tagging + "latencies[0].upToMilliseconds", equalTo(5.0f))
                .body(tagging + "latencies[1].upToMilliseconds", nullValue());
    }

    @Test
    void showsWhatTheGatewayAsksWhereNobodyElseIsNamed() {
        ask(issuer.operator(), "{ remoteParts { parts { name } } }")
                .body("data.remoteParts.parts.name", hasItem("commander"));
    }

    @Test
    void refusesNothingForTheServiceThatAsks() {
        ask(issuer.operator(), "{ remoteParts(caller: null) { parts { name } } }")
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body("errors[0].extensions.offending", equalTo("caller: nothing"));
    }

    private static RemoteLatency.Builder latency(long count) {
        return RemoteLatency.newBuilder().setCount(count);
    }
}

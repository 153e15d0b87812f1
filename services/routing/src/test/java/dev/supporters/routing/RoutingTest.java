package dev.supporters.routing;

import static dev.supporters.routing.RoutingFixtures.DESTINATION;
import static dev.supporters.routing.RoutingFixtures.NOW;
import static dev.supporters.routing.RoutingFixtures.ORIGIN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.routing.v1.ShadowChoice;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What becomes of a call that is routed. */
@QuarkusTest
class RoutingTest extends ComponentTest {

    @Test
    void commandsTheCallAndTellsTheRecordOfTheDecision() {
        // When
        Decision decision = route("254137");

        // Then
        assertThat(decision)
                .isEqualTo(
                        Decision.newBuilder()
                                .setCallId("254137")
                                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                                .setReason(RoutingReason.ROUTING_REASON_ASSIGNED)
                                .setDriverId(driver)
                                .setCommandId("command-254137")
                                .setDeadlineTime(Timestamps.of(NOW.plusSeconds(5)))
                                .setEtaSeconds(300)
                                .setRegion("seoul")
                                .setPolicyVersion(1)
                                .setModel("fake@1")
                                .addTags("supporters:fit")
                                .build());
        AssignRequest assigned =
                parts.assigned.stream()
                        .filter(request -> request.getCallId().equals("254137"))
                        .findFirst()
                        .orElseThrow();
        assertThat(assigned.getVeto()).isEqualTo(Timestamps.of(Duration.ofSeconds(5)));
        assertThat(assigned.getOnRefusal())
                .isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
        await().untilAsserted(() -> assertThat(record("254137").getDecision()).isEqualTo(decision));
        CallRouted record = record("254137");
        assertThat(record.getOrigin()).isEqualTo(RoutingFixtures.place(ORIGIN));
        assertThat(record.getCandidatesList())
                .extracting(RankedCandidate::getDriverId)
                .containsExactly(driver);
        assertThat(record.getCandidates(0).getKeepProbability()).isEqualTo(.8);
        assertThat(record.getRanking().getWantedModel()).isEqualTo("keep@2");
        assertThat(record.getRanking().getFallback()).isEqualTo("LATE");
        assertThat(record.getRanking().getShadowsList())
                .extracting(
                        ShadowChoice::getModel,
                        ShadowChoice::getDriverId,
                        ShadowChoice::getFallback)
                .containsExactly(tuple("keep@3", "1004552", ""), tuple("keep@4", "", "MISSING"));
        assertThat(record.getLatencyMillis()).isPositive();
    }

    @Test
    void tellsNobodyTheDestination() {
        // When
        route("254138");

        // Then
        await().untilAsserted(() ->
                assertThat(record("254138").getDecision().getCallId()).isEqualTo("254138"));
        assertThat(probe.records(Topics.ROUTING))
                .noneMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(DESTINATION));
        assertThat(parts.assigned).noneMatch(request -> request.toString().contains("37.3947"));
    }

    @Test
    void ranksByItselfWhenTheModelDoesNotAnswer() {
        // When
        Decision decision = route(FakeParts.CALL_WITHOUT_MODEL);

        // Then
        assertThat(decision.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
        assertThat(decision.getModel()).isEqualTo("nearest@1-local");
    }

    @Test
    void goesToGeneralDispatchWhenTaggingFails() {
        // When
        Decision decision = route(FakeParts.CALL_WITHOUT_TAGGING);

        // Then
        assertThat(decision.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_GENERAL);
        assertThat(decision.getReason())
                .isEqualTo(RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE);
    }

    @Test
    void findsASupporterForACallThatIsHeldAndTellsOfThePool() {
        // When
        List<Decision> decisions = routeHeld("254150");

        // Then
        assertThat(decisions)
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getDriverId()).isEqualTo(driver);
                    assertThat(decision.getCommandId()).isEqualTo("command-254150");
                    assertThat(decision.getModel()).isEqualTo("fake@1");
                    assertThat(decision.getEtaSeconds()).isEqualTo(300);
                });
        await().untilAsserted(() -> {
            assertThat(record("254150").getInputs().getHeld()).isTrue();
            assertThat(probe.all(Topics.ROUTING, RoutingEvent.parser()))
                    .filteredOn(RoutingEvent::hasPool)
                    .anySatisfy(event ->
                            assertThat(event.getPool().getPairsList())
                                    .extracting(PoolPair::getDriverId)
                                    .containsExactly(driver))
                    .anySatisfy(event -> {
                        PoolCall held = event.getPool().getCalls(0);
                        assertThat(held.getCallId()).isEqualTo("254150");
                        assertThat(held.getModel()).isEqualTo("fake@1");
                        assertThat(held.getRanking().getWantedModel()).isEqualTo("keep@2");
                        assertThat(held.getCandidates(0).getKeepProbability()).isEqualTo(.8);
                    });
        });
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("supporters_routing_pool_seconds_count");
    }

    @Test
    void ranksHeldCallsByTheStraightLineWhereTheModelSaysNoProbability() {
        // When
        List<Decision> decisions = routeHeld(FakeParts.CALL_WITH_A_WRONG_PROBABILITY);

        // Then
        assertThat(decisions)
                .singleElement()
                .satisfies(
                        decision -> assertThat(decision.getModel()).isEqualTo("nearest@1-local"));
    }

    @Test
    void measuresItsDecisions() {
        // When
        route("254141");

        // Then
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("supporters_routing_route_seconds_bucket{")
                .contains(
                        "supporters_routing_decisions_total{path=\"supporters\",reason=\"assigned\"}");
    }
}

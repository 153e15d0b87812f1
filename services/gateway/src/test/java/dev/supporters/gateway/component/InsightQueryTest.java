package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolCandidate;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.routing.v1.RankingNotes;
import dev.supporters.proto.events.routing.v1.ShadowChoice;
import dev.supporters.proto.insight.v1.CellKpis;
import dev.supporters.proto.insight.v1.ComparedKpis;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.Explanation;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.insight.v1.KpiArea;
import dev.supporters.proto.insight.v1.KpisRequest;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.MissingLegacyReason;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.proto.insight.v1.PlanSwitchbackResponse;
import dev.supporters.proto.insight.v1.ReadSwitchbackResponse;
import dev.supporters.proto.insight.v1.RecordedDecision;
import dev.supporters.proto.insight.v1.ReplayResult;
import dev.supporters.proto.insight.v1.SolvedPool;
import dev.supporters.proto.insight.v1.SwitchbackArm;
import dev.supporters.proto.insight.v1.SwitchbackInterval;
import dev.supporters.proto.insight.v1.ZoneKpis;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** How nights and decisions are shown. */
@QuarkusTest
class InsightQueryTest extends ComponentTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:40:00Z");
    private static final String KPIS =
            "{ kpis(businessDate: \"2026-11-20\", region: \"seoul\") { total { region night {"
                    + " businessDate calls completionRate attendanceRate costPerCompletedCall { amount"
                    + " currency } } nightBefore { calls } weekBefore { calls } legacy { calls"
                    + " completionRate } missingLegacyReason } regions { region"
                    + " night { calls } legacy { calls } missingLegacyReason cells { cell center { lat lng } boundary { lat lng } calls shifts completionRate"
                    + " generalShare } zones { area zoneId kpis { calls completionRate attendanceRate } } } } }";
    private static final String EXPERIMENT =
            "experiment: {name: \"hold\", intervalMinutes: 30, washOutMinutes: 10, firstDate: \"2026-11-09\"}";
    private static final String PLAN =
            "{ switchbackPlan("
                    + EXPERIMENT
                    + ", region: \"seoul\", businessDate: \"2026-11-20\") { beginsAt endsAt arm } }";
    private static final String READOUT =
            "{ switchbackReadout("
                    + EXPERIMENT
                    + ", regions: [\"seoul\"], nights: 14) { blocks difference lower upper differs stopDate } }";
    private static final String DECISION =
            "{ decision(callId: \"254137\") { callId decisions { decidedAt reason driverId region"
                    + " policyVersion model replay differences offered { driverId etaSeconds score rank"
                    + " filter location { lat lng } } removed { driverId filter } shadows {"
                    + " model driverId etaSeconds score fallback } explanations { language lines } }"
                    + " heldChoices { decidedAt calls ageSeconds candidates { driverId etaSeconds keepProbability"
                    + " stillDrives } driverId pairs { callId driverId } replay differences"
                    + " explanations { language lines } } } }";

    @Test
    void showsHowGoodANightWas() {
        // Given
        AtomicReference<KpisRequest> asked = new AtomicReference<>();
        services.answer(
                InsightServiceGrpc.getKpisMethod(),
                request -> {
                    asked.set(request);
                    return KpisResponse.newBuilder()
                            .setTotal(
                                    ComparedKpis.newBuilder()
                                            .setNight(night(12))
                                            .setWeekBefore(night(10))
                                            .setMissingLegacyReason(
                                                    MissingLegacyReason
                                                            .MISSING_LEGACY_REASON_TOO_LARGE))
                            .addRegions(
                                    ComparedKpis.newBuilder()
                                            .setRegion("seoul")
                                            .setNight(night(12))
                                            .setLegacy(night(12))
                                            .addCells(
                                                    CellKpis.newBuilder()
                                                            .setCell("8830e1d8c7fffff")
                                                            .setCenter(
                                                                    Point.newBuilder()
                                                                            .setLat(37.5)
                                                                            .setLng(127))
                                                            .addBoundary(
                                                                    Point.newBuilder()
                                                                            .setLat(37.5)
                                                                            .setLng(127.5))
                                                            .setCalls(7)
                                                            .setShifts(2)
                                                            .setCompletionRate(.75))
                                            .addZones(
                                                    ZoneKpis.newBuilder()
                                                            .setArea(KpiArea.KPI_AREA_ZONE)
                                                            .setZoneId("7")
                                                            .setKpis(night(8)))
                                            .addZones(
                                                    ZoneKpis.newBuilder()
                                                            .setArea(KpiArea.KPI_AREA_REGION)
                                                            .setKpis(night(4))))
                            .build();
                });

        // When
        var answer = ask(issuer.operator(), KPIS);

        // Then
        answer.body("errors", nullValue())
                .body("data.kpis.total.region", nullValue())
                .body("data.kpis.total.night.businessDate", equalTo("2026-11-20"))
                .body("data.kpis.total.night.calls", equalTo(12))
                .body("data.kpis.total.night.completionRate", equalTo(.75f))
                .body("data.kpis.total.night.attendanceRate", nullValue())
                .body("data.kpis.total.night.costPerCompletedCall.amount", equalTo(14_000))
                .body("data.kpis.total.nightBefore", nullValue())
                .body("data.kpis.total.weekBefore.calls", equalTo(10))
                .body("data.kpis.total.legacy", nullValue())
                .body("data.kpis.total.missingLegacyReason", equalTo("TOO_LARGE"))
                .body("data.kpis.regions[0].legacy.calls", equalTo(12))
                .body("data.kpis.regions[0].missingLegacyReason", nullValue())
                .body("data.kpis.regions[0].region", equalTo("seoul"))
                .body("data.kpis.regions[0].cells[0].cell", equalTo("8830e1d8c7fffff"))
                .body("data.kpis.regions[0].cells[0].center.lat", equalTo(37.5f))
                .body("data.kpis.regions[0].cells[0].boundary.lng", contains(127.5f))
                .body("data.kpis.regions[0].cells[0].calls", equalTo(7))
                .body("data.kpis.regions[0].cells[0].shifts", equalTo(2))
                .body("data.kpis.regions[0].cells[0].completionRate", equalTo(.75f))
                .body("data.kpis.regions[0].cells[0].generalShare", nullValue())
                .body("data.kpis.regions[0].zones.area", contains("ZONE", "REGION"))
                .body("data.kpis.regions[0].zones.zoneId", contains("7", null))
                .body("data.kpis.regions[0].zones.kpis.calls", contains(8, 4))
                .body("data.kpis.regions[0].zones[0].kpis.completionRate", equalTo(.75f))
                .body("data.kpis.regions[0].zones[0].kpis.attendanceRate", nullValue());
        assertThat(asked.get())
                .isEqualTo(
                        KpisRequest.newBuilder()
                                .setBusinessDate("2026-11-20")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("seoul")
                                .build());
    }

    @Test
    void showsThePlanAndTheReadoutOfAnExperimentToOperatorsOnly() {
        // Given
        services.answer(
                InsightServiceGrpc.getPlanSwitchbackMethod(),
                request ->
                        PlanSwitchbackResponse.newBuilder()
                                .addIntervals(
                                        SwitchbackInterval.newBuilder()
                                                .setBeginTime(Timestamps.of(TIME))
                                                .setArm(SwitchbackArm.SWITCHBACK_ARM_TREATMENT))
                                .build());
        services.answer(
                InsightServiceGrpc.getReadSwitchbackMethod(),
                request ->
                        ReadSwitchbackResponse.newBuilder()
                                .setBlocks(request.getNights())
                                .setDifference(-.06)
                                .setLower(-.1)
                                .setUpper(-.02)
                                .setDiffers(true)
                                .setStopDate("2026-11-18")
                                .build());

        // When
        var plan = ask(issuer.operator(), PLAN);
        var readout = ask(issuer.operator(), READOUT);

        // Then
        plan.body("errors", nullValue())
                .body("data.switchbackPlan[0].arm", equalTo("TREATMENT"))
                .body("data.switchbackPlan[0].beginsAt", equalTo("2026-11-20T12:40:00Z"));
        readout.body("errors", nullValue())
                .body("data.switchbackReadout.blocks", equalTo(14))
                .body("data.switchbackReadout.lower", equalTo(-.1f))
                .body("data.switchbackReadout.differs", equalTo(true))
                .body("data.switchbackReadout.stopDate", equalTo("2026-11-18"));
        ask(issuer.token("billing", "service"), PLAN)
                .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
    }

    @Test
    void explainsWhyACallWentWhereItWent() {
        // Given
        services.answer(
                InsightServiceGrpc.getDecisionMethod(),
                request -> DecisionResponse.newBuilder().addDecisions(decision()).build());

        // When
        var answer = ask(issuer.operator(), DECISION);

        // Then
        answer.body("errors", nullValue())
                .body("data.decision.callId", equalTo("254137"))
                .body("data.decision.decisions", hasSize(1))
                .body("data.decision.decisions[0].reason", equalTo("ASSIGNED"))
                .body("data.decision.decisions[0].driverId", equalTo("7"))
                .body("data.decision.decisions[0].model", equalTo("nearest@1"))
                .body("data.decision.decisions[0].replay", equalTo("SAME"))
                .body("data.decision.decisions[0].offered[0].filter", nullValue())
                .body("data.decision.decisions[0].offered[0].etaSeconds", equalTo(240))
                .body("data.decision.decisions[0].offered[0].location.lat", equalTo(37.5f))
                .body("data.decision.decisions[0].removed[0].filter", equalTo("TOO_FAR"))
                .body("data.decision.decisions[0].shadows.model", contains("keep@2", "keep@3"))
                .body("data.decision.decisions[0].shadows.driverId", contains("9", null))
                .body("data.decision.decisions[0].shadows.etaSeconds", contains(260, null))
                .body("data.decision.decisions[0].shadows.fallback", contains(null, "LATE"))
                .body("data.decision.decisions[0].explanations[1].language", equalTo("ko"))
                .body("data.decision.decisions[0].explanations[1].lines", contains("배정했습니다."));
    }

    @Test
    void showsAHeldCallTheChoiceForAllHeldCallsAndThatItComesOutTheSame() {
        // Given
        services.answer(
                InsightServiceGrpc.getDecisionMethod(),
                request -> DecisionResponse.newBuilder().addPools(pool()).build());

        // When
        var answer = ask(issuer.operator(), DECISION);

        // Then
        answer.body("errors", nullValue())
                .body("data.decision.decisions", hasSize(0))
                .body("data.decision.heldChoices", hasSize(1))
                .body("data.decision.heldChoices[0].decidedAt", equalTo("2026-11-20T12:40:00Z"))
                .body("data.decision.heldChoices[0].calls", equalTo(2))
                .body("data.decision.heldChoices[0].ageSeconds", equalTo(90))
                .body("data.decision.heldChoices[0].candidates.driverId", contains("7"))
                .body("data.decision.heldChoices[0].candidates[0].keepProbability", equalTo(.9f))
                .body("data.decision.heldChoices[0].candidates[0].stillDrives", equalTo(true))
                .body("data.decision.heldChoices[0].driverId", nullValue())
                .body("data.decision.heldChoices[0].pairs.callId", contains("254140"))
                .body("data.decision.heldChoices[0].replay", equalTo("SAME"))
                .body("data.decision.heldChoices[0].explanations[0].lines", contains("Waits."));
    }

    @Test
    void tellsOperatorsAloneWhyACallWasDecidedAsItWas() {
        ask(issuer.token("billing", "service"), DECISION)
                .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
        assertThat(services.asked(InsightServiceGrpc.getDecisionMethod())).isEmpty();
    }

    @Test
    void driversAndCustomersReadNeither() {
        for (String token : List.of(issuer.driver(), issuer.customer())) {
            for (String query : List.of(KPIS, DECISION)) {
                ask(token, query)
                        .body("errors", hasSize(1))
                        .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
            }
        }
    }

    private static NightKpis night(int calls) {
        return NightKpis.newBuilder()
                .setBusinessDate("2026-11-20")
                .setUpdateTime(Timestamps.of(TIME))
                .setCalls(calls)
                .setCompletionRate(.75)
                .setCostPerCompletedCall(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                .build();
    }

    private static SolvedPool pool() {
        PoolCall waits =
                PoolCall.newBuilder()
                        .setCallId("254137")
                        .setAge(Timestamps.of(Duration.ofSeconds(90)))
                        .addCandidates(
                                PoolCandidate.newBuilder()
                                        .setDriverId("7")
                                        .setEtaSeconds(240)
                                        .setKeepProbability(.9)
                                        .setStillDrives(true))
                        .build();
        return SolvedPool.newBuilder()
                .setRecord(
                        PoolSolved.newBuilder()
                                .setEventTime(Timestamps.of(TIME))
                                .addCalls(waits)
                                .addCalls(PoolCall.newBuilder().setCallId("254140"))
                                .addPairs(
                                        PoolPair.newBuilder().setCallId("254140").setDriverId("8")))
                .setResult(ReplayResult.REPLAY_RESULT_SAME)
                .addExplanations(Explanation.newBuilder().setLanguage("en").addLines("Waits."))
                .build();
    }

    private static RecordedDecision decision() {
        return RecordedDecision.newBuilder()
                .setRecord(
                        CallRouted.newBuilder()
                                .setEventTime(Timestamps.of(TIME))
                                .setDecision(
                                        Decision.newBuilder()
                                                .setCallId("254137")
                                                .setReason(RoutingReason.ROUTING_REASON_ASSIGNED)
                                                .setDriverId("7")
                                                .setRegion("seoul")
                                                .setPolicyVersion(4)
                                                .setModel("nearest@1"))
                                .addCandidates(
                                        RankedCandidate.newBuilder()
                                                .setDriverId("7")
                                                .setLocation(
                                                        Point.newBuilder().setLat(37.5).setLng(127))
                                                .setEtaSeconds(240)
                                                .setRank(1))
                                .addRemoved(
                                        RankedCandidate.newBuilder()
                                                .setDriverId("8")
                                                .setFilter(
                                                        CandidateFilter.CANDIDATE_FILTER_TOO_FAR))
                                .setRanking(
                                        RankingNotes.newBuilder()
                                                .addShadows(
                                                        ShadowChoice.newBuilder()
                                                                .setModel("keep@2")
                                                                .setDriverId("9")
                                                                .setEtaSeconds(260)
                                                                .setScore(.7))
                                                .addShadows(
                                                        ShadowChoice.newBuilder()
                                                                .setModel("keep@3")
                                                                .setFallback("LATE"))))
                .setResult(ReplayResult.REPLAY_RESULT_SAME)
                .addExplanations(Explanation.newBuilder().setLanguage("en").addLines("Commanded."))
                .addExplanations(Explanation.newBuilder().setLanguage("ko").addLines("배정했습니다."))
                .build();
    }
}

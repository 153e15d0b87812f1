package dev.supporters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Place;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.DecisionInputs;
import dev.supporters.proto.events.routing.v1.PoolCall;
import dev.supporters.proto.events.routing.v1.PoolCandidate;
import dev.supporters.proto.events.routing.v1.PoolPair;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import org.junit.jupiter.api.Test;

import java.util.List;

/** One decision, taken again for whoever shows it. */
class DecisionReplayTest {

    private static final CallRouted NO_POLICY =
            CallRouted.newBuilder()
                    .setDecision(
                            Decision.newBuilder()
                                    .setCallId("254137")
                                    .setReason(RoutingReason.ROUTING_REASON_NO_POLICY))
                    .setOrigin(new Place("37.4979", "127.0276", "", "").toProto())
                    .setInputs(DecisionInputs.getDefaultInstance())
                    .build();

    @Test
    void saysTheSameInEachLanguage() {
        // When
        DecisionReplay replay = DecisionReplay.of(NO_POLICY);

        // Then
        assertThat(replay.result()).isEqualTo(ReplayStatus.SAME);
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.explain("en"))
                .contains("General dispatch: no region with a policy contains the origin.");
        assertThat(replay.explain("ko")).contains("일반 배정: 출발지를 포함하는 정책 지역이 없습니다.");
    }

    @Test
    void saysByWhichPlanOfZonesOrWhyTheRegionApplied() {
        assertThat(zones("zones", "en")).contains("The zones of plan 7 applied.");
        assertThat(zones("outdated", "en"))
                .contains("The region applied: plan 7 of zones was too old.");
        assertThat(zones("no_forecast", "en"))
                .contains("The region applies: nothing is known of demand.");
        assertThat(zones("no_plan", "ko")).contains("지역 전체가 적용됨: 알려진 활동 지역 계획이 없음.");
        assertThat(zones("of a newer version", "en")).isEqualTo(zones("", "en"));
    }

    private static List<String> zones(String basis, String language) {
        CallRouted.Builder record = NO_POLICY.toBuilder();
        record.getInputsBuilder().setZonesVersion(7).setZonesBasis(basis);
        return DecisionReplay.of(record.build()).explain(language);
    }

    @Test
    void saysWhatComesOutOtherwise() {
        // Given
        CallRouted.Builder changed = NO_POLICY.toBuilder();
        changed.getDecisionBuilder().setReason(RoutingReason.ROUTING_REASON_NO_SUPPORTER);

        // When
        DecisionReplay replay = DecisionReplay.of(changed.build());

        // Then
        assertThat(replay.result()).isEqualTo(ReplayStatus.DIFFERENT);
        assertThat(replay.differences()).isNotEmpty();
    }

    @Test
    void aRecordWithoutInputsIsNotTakenAgain() {
        assertThat(DecisionReplay.of(NO_POLICY.toBuilder().clearInputs().build()).result())
                .isEqualTo(ReplayStatus.WITHOUT_INPUTS);
    }

    @Test
    void theChoiceForHeldCallsIsMadeAgainAsWell() {
        // Given
        PoolSolved pool =
                PoolSolved.newBuilder()
                        .addCalls(
                                PoolCall.newBuilder()
                                        .setCallId("254140")
                                        .addCandidates(
                                                PoolCandidate.newBuilder()
                                                        .setDriverId("7")
                                                        .setEtaSeconds(300)
                                                        .setKeepProbability(.9)))
                        .addPairs(PoolPair.newBuilder().setCallId("254140").setDriverId("7"))
                        .build();

        // When
        DecisionReplay same = DecisionReplay.of(pool);
        DecisionReplay other = DecisionReplay.of(pool.toBuilder().clearPairs().build());

        // Then
        assertThat(same.result()).isEqualTo(ReplayStatus.SAME);
        assertThat(same.explain("en")).anyMatch(line -> line.contains("Call 254140: driver 7"));
        assertThat(other.result()).isEqualTo(ReplayStatus.DIFFERENT);
        assertThat(other.differences()).containsExactly("  pairs: [] -> [254140=7]");
    }
}

package dev.supporters.insight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.insight.SampleDecisions;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.Explanation;
import dev.supporters.proto.insight.v1.RecordedDecision;
import dev.supporters.proto.insight.v1.ReplayResult;
import dev.supporters.proto.insight.v1.SolvedPool;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.util.List;

class DecisionServiceTest {

    private static final CallId CALL = new CallId("254137");

    private final DecisionService service =
            new DecisionService(
                    new InMemoryAggregateStore<>(InsightStores.DECISIONS),
                    InsightStores.pools(new InMemoryAggregateStore<>(InsightStores.POOLS)));

    @Test
    void explainsADecisionInEnglishAndKorean() {
        // Given
        service.keep("1", SampleDecisions.ASSIGNED);

        // When
        RecordedDecision decision = service.explain(CALL).getDecisions(0);

        // Then
        assertThat(decision.getRecord()).isEqualTo(SampleDecisions.ASSIGNED);
        assertThat(decision.getResult()).isEqualTo(ReplayResult.REPLAY_RESULT_SAME);
        assertThat(decision.getDifferencesList()).isEmpty();
        assertThat(decision.getExplanationsList())
                .extracting(Explanation::getLanguage)
                .containsExactly("en", "ko");
        assertThat(decision.getExplanations(0).getLinesList())
                .contains("Commanded to driver 1004552, expected at the customer in 5 min 10 s.")
                .contains("  1004553: 25 min 0 s to the customer; not offered: too far away");
        assertThat(decision.getExplanations(1).getLinesList())
                .contains("1004552 기사에게 배정했습니다. 고객까지 예상 시간은 5분 10초입니다.");
    }

    @Test
    void saysWhatComesOutOtherwise() {
        // Given
        CallRouted.Builder changed = SampleDecisions.ASSIGNED.toBuilder();
        changed.getCandidatesBuilder(0).setEtaSeconds(2_400);
        service.keep("1", changed.build());

        // When
        RecordedDecision decision = service.explain(CALL).getDecisions(0);

        // Then
        assertThat(decision.getResult()).isEqualTo(ReplayResult.REPLAY_RESULT_DIFFERENT);
        assertThat(decision.getDifferencesList()).isNotEmpty();
    }

    @Test
    void aRecordWithoutInputsIsNotTakenAgain() {
        // Given
        service.keep("1", SampleDecisions.ASSIGNED.toBuilder().clearInputs().build());

        // Then
        assertThat(service.explain(CALL).getDecisions(0).getResult())
                .isEqualTo(ReplayResult.REPLAY_RESULT_WITHOUT_INPUTS);
    }

    @Test
    void anEventThatComesTwiceIsOneDecision() {
        // When
        service.keep("1", SampleDecisions.ASSIGNED);
        service.keep("1", SampleDecisions.ASSIGNED);

        // Then
        assertThat(service.explain(CALL).getDecisionsList()).hasSize(1);
    }

    @Test
    void theLastTwentyAreKeptTheOldestFirst() {
        // When
        for (int second = 0; second < 25; second++) {
            int mixed = (second * 7) % 25;
            service.keep("event " + mixed, at(mixed));
        }

        // Then
        List<RecordedDecision> kept = service.explain(CALL).getDecisionsList();
        assertThat(kept)
                .extracting(RecordedDecision::getRecord)
                .hasSize(CallDecisions.MOST)
                .startsWith(at(5))
                .endsWith(at(24));
    }

    @Test
    void showsAHeldCallTheChoiceForAllHeldCallsAndMakesItAgain() {
        // Given
        service.keep("1", SampleDecisions.POOL);
        service.keep("1", SampleDecisions.POOL);

        // When
        DecisionResponse waiting = service.explain(new CallId("254138"));
        DecisionResponse chosen = service.explain(new CallId("254140"));

        // Then
        assertThat(waiting.getDecisionsList()).isEmpty();
        assertThat(waiting.getPoolsList()).isEqualTo(chosen.getPoolsList()).hasSize(1);
        SolvedPool pool = chosen.getPools(0);
        assertThat(pool.getRecord()).isEqualTo(SampleDecisions.POOL);
        assertThat(pool.getResult()).isEqualTo(ReplayResult.REPLAY_RESULT_SAME);
        assertThat(pool.getDifferencesList()).isEmpty();
        assertThat(pool.getExplanations(0).getLinesList())
                .contains(
                        "Held calls at 2026-11-20 13:00:02 (UTC): 2 waited, for 1 a supporter was chosen");
        assertThat(pool.getExplanations(1).getLanguage()).isEqualTo("ko");
    }

    @Test
    void aChoiceThatComesOutOtherwiseSaysHow() {
        // Given
        PoolSolved.Builder changed = SampleDecisions.POOL.toBuilder();
        changed.getCallsBuilder(1).getCandidatesBuilder(0).setKeepProbability(.1);
        service.keep("1", changed.build());

        // When
        SolvedPool pool = service.explain(new CallId("254140")).getPools(0);

        // Then
        assertThat(pool.getResult()).isEqualTo(ReplayResult.REPLAY_RESULT_DIFFERENT);
        assertThat(pool.getDifferencesList())
                .containsExactly("  pairs: [254140=1004556] -> [254138=1004556]");
    }

    @Test
    void theLastTwentyChoicesAreShownTheOldestFirst() {
        // When
        for (int second = 0; second < 25; second++) {
            service.keep(
                    "event " + second,
                    SampleDecisions.POOL.toBuilder()
                            .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(second)))
                            .build());
        }

        // Then
        assertThat(service.explain(new CallId("254140")).getPoolsList())
                .extracting(pool -> Timestamps.instant(pool.getRecord().getEventTime()))
                .hasSize(CallDecisions.MOST)
                .startsWith(TestClock.FRIDAY_NIGHT.plusSeconds(5))
                .endsWith(TestClock.FRIDAY_NIGHT.plusSeconds(24));
    }

    @Test
    void theNewestChoiceIsShownHoweverManyCallsWereHeldAndEarlierOnesAsFarAsAnAnswerBearsThem() {
        // Given
        service.keep("1", crowded(0));
        service.keep("2", crowded(1));

        // When
        List<SolvedPool> shown = service.explain(new CallId("254140")).getPoolsList();

        // Then
        assertThat(crowded(0).getSerializedSize()).isGreaterThan(1_500_000);
        assertThat(shown).extracting(SolvedPool::getRecord).containsExactly(crowded(1));
    }

    @Test
    void refusesACallOfWhichNothingIsKept() {
        assertThatThrownBy(() -> service.explain(new CallId("1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_CALL_NOT_FOUND));
    }

    /** One in which so many calls waited, each with so many candidates, that no second one fits into an answer. */
    private static PoolSolved crowded(int second) {
        PoolSolved.Builder pool =
                SampleDecisions.POOL.toBuilder()
                        .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(second)));
        for (int number = 0; number < 600; number++) {
            var call = pool.getCalls(1).toBuilder().setCallId("9" + number);
            for (int candidate = 0; candidate < 100; candidate++) {
                call.addCandidates(call.getCandidates(0).toBuilder().setDriverId("88" + candidate));
            }
            pool.addCalls(call);
        }
        return pool.build();
    }

    private static CallRouted at(int second) {
        return SampleDecisions.ASSIGNED.toBuilder()
                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(second)))
                .build();
    }
}

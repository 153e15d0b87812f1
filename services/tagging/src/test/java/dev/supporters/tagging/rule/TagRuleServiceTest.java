package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRuleServiceTest {

    private static final Call CALL =
            Call.newBuilder().setCallId("1").setCustomerId("7").setDistanceMeters(70_000).build();

    private final TaggingMemory memory = new TaggingMemory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TagRuleService service = service();

    @Test
    void hasNoAnswerBeforeTheRulesAreLoaded() {
        assertThat(service.loaded()).isFalse();
        assertThatThrownBy(() -> service.tagsOf(CALL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE));
    }

    @Test
    void beginsWithTheDefaultRules() {
        // When
        service.refresh();

        // Then
        assertThat(service.loaded()).isTrue();
        assertThat(service.list())
                .extracting(TagRule::name)
                .containsExactly("fit", "long-distance", "stopover");
        assertThat(service.tagsOf(CALL)).containsExactly("long-distance");
    }

    @Test
    void doesNotBringDefaultRulesBackWhereThereAreOthers() {
        // Given
        put(new TagRule("mine", "mine", "true", true));

        // When
        service.refresh();

        // Then
        assertThat(service.list()).extracting(TagRule::name).containsExactly("mine");
    }

    @Test
    void aRuleThatIsPutIsInForceAtOnce() {
        // Given
        service.refresh();

        // When
        service.put(
                "r1", new TagRule("regular", "regular", "call.customer_id in ['7', '8']", true));

        // Then
        assertThat(service.tagsOf(CALL)).containsExactly("long-distance", "regular");
    }

    @Test
    void aRuleThatIsNotEnabledGivesNoTag() {
        // Given
        service.refresh();

        // When
        service.put(
                "r1",
                new TagRule("long-distance", "long-distance", "call.distance_meters > 1", false));

        // Then
        assertThat(service.tagsOf(CALL)).isEmpty();
        assertThat(service.list()).hasSize(3);
    }

    @Test
    void aRuleOfAnotherInstanceComesWithTheNextRefresh() {
        // Given
        service.refresh();
        TagRuleService other = service();
        other.put("r1", new TagRule("all", "all", "true", true));

        // When
        service.refresh();

        // Then
        assertThat(service.tagsOf(CALL)).containsExactly("all", "long-distance");
    }

    @Test
    void refusesAnotherRuleThanThoseThatThereMayBe() {
        // Given
        for (int i = 0; i < TagRuleRepository.MOST; i++) {
            put(new TagRule("rule-" + i, "any", "false", false));
        }

        // When and then
        assertThatThrownBy(() -> service.put("r1", new TagRule("another", "x", "true", true)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending())
                                    .isEqualTo("rule.name: another beside 1000 others");
                            assertThat(refusal.expected()).isEqualTo("at most 1000 rules");
                        });
        service.put("r2", new TagRule("rule-0", "known", "true", true));
        assertThat(service.tagsOf(CALL)).containsExactly("known");
    }

    @Test
    void rulesThatSeveralPutAtTheSameMomentAreAllInForce() {
        // Given
        for (int i = 0; i < TagRuleRepository.MOST; i++) {
            put(new TagRule("rule-" + i, "any", "false", false));
        }
        put(new TagRule("zone", "last", "true", true));

        // When
        service.refresh();

        // Then
        assertThat(service.tagsOf(CALL)).containsExactly("last");
    }

    @Test
    void aRuleThatBlocksAndFailsBlocksAndIsCounted() {
        // Given
        service.refresh();
        service.put(
                "r1",
                new TagRule(
                        "odd",
                        "blocked:supporters",
                        "call.distance_meters / (call.fare.amount * 2) > 1",
                        true));

        // When
        var tags = service.tagsOf(CALL);

        // Then
        assertThat(tags).contains("blocked:supporters");
        assertThat(meters.counter("supporters_tagging_rule_failures_total").count()).isEqualTo(1);
    }

    @Test
    void aStoredRuleThatBlocksAndDoesNotCompileBlocksEveryCall() {
        // Given
        put(new TagRule("broken", "blocked:supporters", "call.no_such_field", true));

        // When
        service.refresh();

        // Then
        assertThat(service.tagsOf(CALL)).containsExactly("blocked:supporters");
    }

    @Test
    void aLateRepetitionOfARequestDoesNotPutTheRuleBack() {
        // Given
        service.refresh();
        service.put("r1", new TagRule("all", "all", "true", true));
        service.put("r2", new TagRule("all", "all", "false", true));

        // When
        TagRule rule = service.put("r1", new TagRule("all", "all", "true", true));

        // Then
        assertThat(rule.expression()).isEqualTo("false");
        assertThat(service.tagsOf(CALL)).containsExactly("long-distance");
    }

    @Test
    void failuresAreCountedFromZero() {
        assertThat(meters.get("supporters_tagging_rule_failures_total").counter().count()).isZero();
    }

    @Test
    void aRuleThatFailsGivesNoTagAndIsCounted() {
        // Given
        service.refresh();
        service.put(
                "r1",
                new TagRule(
                        "odd", "odd", "call.distance_meters / (call.fare.amount * 2) > 1", true));

        // When
        var tags = service.tagsOf(CALL);

        // Then
        assertThat(tags).containsExactly("long-distance");
        assertThat(meters.counter("supporters_tagging_rule_failures_total").count()).isEqualTo(1);
    }

    @Test
    void aStoredRuleThatDoesNotCompileIsLeftOut() {
        // Given
        put(new TagRule("broken", "broken", "call.no_such_field", true));
        put(new TagRule("all", "all", "true", true));

        // When
        service.refresh();

        // Then
        assertThat(service.tagsOf(CALL)).containsExactly("all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call.no_such_field > 1",
                "call.distance_meters",
                "call.distance_meters > ",
                "driver.name == 'x'",
                "call.distance_meters > 'far'",
                " "
            })
    void refusesExpressionsThatAreNoneOrNotOfTypeBool(String expression) {
        assertThatThrownBy(() -> service.put("r1", new TagRule("x", "x", expression, true)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT));
        assertThat(service.list()).isEmpty();
    }

    @Test
    void refusesWithTheCompilersMessage() {
        assertThatThrownBy(() ->
                        service.put("r1", new TagRule("x", "x", "call.no_such_field > 1", true)))
                .hasMessageContaining("undefined field 'no_such_field'");
    }

    private TagRuleService service() {
        return new TagRuleService(memory.rules(), new TagRuleCompiler(), meters);
    }

    private void put(TagRule rule) {
        memory.rules().addIfAbsent(rule);
    }
}

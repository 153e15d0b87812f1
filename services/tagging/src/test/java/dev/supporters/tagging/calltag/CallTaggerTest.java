package dev.supporters.tagging.calltag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.rule.TagRuleCompiler;
import dev.supporters.tagging.rule.TagRuleService;
import dev.supporters.tagging.rule.TagRuleTrial;
import dev.supporters.tagging.tag.EntityId;
import dev.supporters.tagging.tag.TagService;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class CallTaggerTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Author OPERATOR = new Author(NOON, "operator-1", "");
    private static final Call CALL =
            Call.newBuilder().setCallId("1").setCustomerId("7").setDistanceMeters(70_000).build();

    private final TaggingMemory memory = new TaggingMemory();
    private final TagRuleCompiler compiler = new TagRuleCompiler();
    private final TagRuleService rules =
            new TagRuleService(memory.rules(), compiler, new SimpleMeterRegistry());
    private final TagService tags =
            new TagService(memory.entityTags(), memory.tags(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final CallTagger tagger = new CallTagger(rules, new TagRuleTrial(compiler), tags);

    @BeforeEach
    void givesEveryCallItsFitness() {
        rules.put("r0", new TagRule("fit", "supporters:fit", "true", true), OPERATOR);
    }

    @Test
    void areThoseOfTheRulesAndOfTheCustomerInAlphabeticalOrder() {
        // Given
        tagCustomer("vip");

        // When and then
        assertThat(tagger.tagsOf(CALL)).containsExactly("supporters:fit", "vip");
        assertThat(tagger.tagsOf(CALL.toBuilder().clearCustomerId().build()))
                .containsExactly("supporters:fit");
    }

    @Test
    void areNeverFitForABlockedCustomer() {
        // Given
        tagCustomer("blocked:supporters");

        // When and then
        assertThat(tagger.tagsOf(CALL)).containsExactly("blocked:supporters");
    }

    @Test
    void areNeverFitWhereARuleBlocks() {
        // Given
        rules.put("r1", new TagRule("far", "blocked:supporters", "true", true), OPERATOR);

        // When and then
        assertThat(tagger.tagsOf(CALL)).containsExactly("blocked:supporters");
    }

    @Test
    void aRuleReadsTheTagsOfTheCustomer() {
        // Given
        tagCustomer("vip");
        rules.put("r1", new TagRule("known", "known", "'vip' in tags", true), OPERATOR);

        // When and then
        assertThat(tagger.tagsOf(CALL)).containsExactly("known", "supporters:fit", "vip");
    }

    @Test
    void aTrialReadsTheTagsOfTheCustomerAndOfTheRulesBeforeItsPlace() {
        // Given
        tagCustomer("vip");
        rules.put("r1", new TagRule("early", "early", "true", true, 10), OPERATOR);
        rules.put("r2", new TagRule("late", "late", "true", true, 20), OPERATOR);

        // When
        var result = tagger.tryRule("'vip' in tags && !('late' in tags)", CALL, 20);

        // Then
        assertThat(result.outcome()).isEqualTo(new TagRuleTrial.Judged(true));
        assertThat(result.tags()).containsExactly("early", "supporters:fit", "vip");
        assertThat(rules.list()).extracting(TagRule::name).containsExactly("fit", "early", "late");
    }

    private void tagCustomer(String tag) {
        tags.tag("t1", EntityId.ofCustomer("7"), tag, "");
    }
}

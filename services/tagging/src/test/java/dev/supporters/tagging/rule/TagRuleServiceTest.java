package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Which rules are in force, and in which order they give their tags. */
class TagRuleServiceTest extends TagRuleServiceFixture {

    @Test
    void hasNoAnswerBeforeTheRulesAreLoaded() {
        assertThat(service.loaded()).isFalse();
        assertThatThrownBy(() -> tagsOf(CALL))
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
        assertThat(tagsOf(CALL)).containsExactly("long-distance");
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
                "r1",
                new TagRule("regular", "regular", "call.customer_id in ['7', '8']", true),
                SOMEBODY);

        // Then
        assertThat(tagsOf(CALL)).containsExactly("long-distance", "regular");
    }

    @Test
    void aRuleThatIsNotEnabledGivesNoTag() {
        // Given
        service.refresh();

        // When
        service.put(
                "r1",
                new TagRule("long-distance", "long-distance", "call.distance_meters > 1", false),
                SOMEBODY);

        // Then
        assertThat(tagsOf(CALL)).isEmpty();
        assertThat(service.list()).hasSize(3);
    }

    @Test
    void aRuleOfAnotherInstanceComesWithTheNextRefresh() {
        // Given
        service.refresh();
        TagRuleService other = service();
        other.put("r1", new TagRule("all", "all", "true", true), SOMEBODY);

        // When
        service.refresh();

        // Then
        assertThat(tagsOf(CALL)).containsExactly("all", "long-distance");
    }

    @Test
    void refusesAnotherRuleThanThoseThatThereMayBe() {
        // Given
        for (int i = 0; i < TagRuleRepository.MOST; i++) {
            put(new TagRule("rule-" + i, "any", "false", false));
        }

        // When and then
        assertThatThrownBy(() ->
                        service.put("r1", new TagRule("another", "x", "true", true), SOMEBODY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending())
                                    .isEqualTo("rule.name: another beside 1000 others");
                            assertThat(refusal.expected()).isEqualTo("at most 1000 rules");
                        });
        service.put("r2", new TagRule("rule-0", "known", "true", true), SOMEBODY);
        assertThat(tagsOf(CALL)).containsExactly("known");
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
        assertThat(tagsOf(CALL)).containsExactly("last");
    }

    @Test
    void aLateRepetitionOfARequestDoesNotPutTheRuleBack() {
        // Given
        service.refresh();
        service.put("r1", new TagRule("all", "all", "true", true), SOMEBODY);
        service.put("r2", new TagRule("all", "all", "false", true), SOMEBODY);

        // When
        TagRule rule = service.put("r1", new TagRule("all", "all", "true", true), SOMEBODY);

        // Then
        assertThat(rule.expression()).isEqualTo("false");
        assertThat(tagsOf(CALL)).containsExactly("long-distance");
    }

    @Test
    void rulesAreAppliedInTheirOrderAndReadWhatThoseBeforeThemGave() {
        // Given
        service.refresh();
        service.put("r1", new TagRule("a", "third", "'second' in tags", true, 30), SOMEBODY);
        service.put("r2", new TagRule("b", "second", "'vip' in tags", true, 20), SOMEBODY);
        service.put("r3", new TagRule("c", "never", "'third' in tags", true, 10), SOMEBODY);

        // When
        var tags = service.tagsOf(CALL, List.of("vip"));

        // Then
        assertThat(tags).containsExactly("long-distance", "second", "third", "vip");
        assertThat(service.list())
                .extracting(TagRule::name)
                .containsExactly("fit", "long-distance", "stopover", "c", "b", "a");
        assertThat(service.tagsBefore(30, CALL, List.of("vip")))
                .containsExactly("long-distance", "second", "vip");
    }
}

package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.rule.KeptTagRule.Author;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A rule that is removed is out of force, and is not forgotten. */
class RemovedTagRulesTest extends TagRuleServiceFixture {

    @Test
    void aRuleThatIsRemovedIsOutOfForceAtOnceAndIsNotForgotten() {
        // Given
        service.refresh();
        TagRule rule = new TagRule("all", "all", "true", true, 5);
        Author putter = author("2026-11-30T12:00:00Z", "operator-1", "for a test");
        Author remover = author("2026-11-30T13:00:00Z", "operator-2", "no longer");
        service.put("r1", rule, putter);

        // When
        TagRule removed = service.remove("r2", "all", remover);

        // Then
        assertThat(removed).isEqualTo(rule);
        assertThat(tagsOf(CALL)).containsExactly("long-distance");
        assertThat(service.list()).extracting(TagRule::name).doesNotContain("all");
        assertThat(service.history("all"))
                .containsExactly(
                        new KeptTagRule.RuleChange(remover, true, rule),
                        new KeptTagRule.RuleChange(putter, false, rule));
    }

    @Test
    void aRepeatedRemovalIsAnsweredAsBeforeAndAnotherOneIsRefused() {
        // Given
        service.refresh();
        service.put("r1", new TagRule("all", "all", "true", true), SOMEBODY);
        service.remove("r2", "all", SOMEBODY);

        // When
        TagRule again = service.remove("r2", "all", SOMEBODY);

        // Then
        assertThat(again.name()).isEqualTo("all");
        refusesTheUnknown(() -> service.remove("r3", "all", SOMEBODY), "all");
        refusesTheUnknown(() -> service.remove("r4", "none", SOMEBODY), "none");
        refusesTheUnknown(() -> service.history("none"), "none");
    }

    @Test
    void aDefaultRuleThatIsRemovedStaysRemoved() {
        // Given
        service.refresh();
        service.put("r1", MINE, SOMEBODY);
        List.of("fit", "long-distance", "stopover")
                .forEach(name -> service.remove("r2", name, SOMEBODY));

        // When
        service.refresh();

        // Then
        assertThat(service.list()).containsExactly(MINE);
        assertThat(tagsOf(CALL)).containsExactly(TagRule.FIT);
    }

    @Test
    void aRuleThatWasRemovedCanBePutAgainAndKeepsItsHistory() {
        // Given
        service.refresh();
        service.remove("r1", "long-distance", SOMEBODY);

        // When
        service.put(
                "r2",
                new TagRule("long-distance", "long-distance", "call.distance_meters > 1", true),
                SOMEBODY);

        // Then
        assertThat(tagsOf(CALL)).containsExactly("long-distance");
        assertThat(service.history("long-distance"))
                .extracting(KeptTagRule.RuleChange::removed)
                .containsExactly(false, true);
    }

    @Test
    void keepsTheNewestHundredChangesOfARule() {
        // Given
        service.refresh();

        // When
        for (int i = 0; i <= KeptTagRule.MOST_CHANGES; i++) {
            service.put("r" + i, new TagRule("all", "all", "true", true, i), SOMEBODY);
        }

        // Then
        assertThat(service.history("all"))
                .hasSize(KeptTagRule.MOST_CHANGES)
                .first()
                .extracting(change -> change.rule().order())
                .isEqualTo(KeptTagRule.MOST_CHANGES);
    }

    private static void refusesTheUnknown(ThrowingCallable request, String name) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_TAG_RULE_NOT_FOUND);
                            assertThat(refusal.offending()).isEqualTo("rule: " + name);
                            assertThat(refusal.expected()).isEqualTo("the name of a rule");
                        });
    }
}

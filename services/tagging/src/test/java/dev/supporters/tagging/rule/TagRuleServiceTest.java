package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.tagging.rule.KeptTagRule.Author;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

class TagRuleServiceTest {

    private static final Call CALL =
            Call.newBuilder().setCallId("1").setCustomerId("7").setDistanceMeters(70_000).build();

    private static final Author SOMEBODY = author("2026-11-30T12:00:00Z", "operator-1", "");

    private static final TagRule MINE = new TagRule("mine", TagRule.FIT, "true", true);

    private final TaggingMemory memory = new TaggingMemory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TagRuleService service = service();

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
    void aRuleThatBlocksAndFailsBlocksAndIsCounted() {
        // Given
        service.refresh();
        service.put(
                "r1",
                new TagRule(
                        "odd",
                        "blocked:supporters",
                        "call.distance_meters / (call.fare.amount * 2) > 1",
                        true),
                SOMEBODY);

        // When
        var tags = tagsOf(CALL);

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
        assertThat(tagsOf(CALL)).containsExactly("blocked:supporters");
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
                        "odd", "odd", "call.distance_meters / (call.fare.amount * 2) > 1", true),
                SOMEBODY);

        // When
        var tags = tagsOf(CALL);

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
        assertThat(tagsOf(CALL)).containsExactly("all");
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
                        new KeptTagRule.Change(remover, true, rule),
                        new KeptTagRule.Change(putter, false, rule));
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
    void theLastRuleByWhichCallsAreFitCannotBeRemoved() {
        service.refresh();

        refusesTheLast(() -> service.remove("r1", "fit", SOMEBODY));

        service.put("r2", MINE, SOMEBODY);
        service.remove("r3", "fit", SOMEBODY);
        assertThat(service.remove("r3", "fit", SOMEBODY).name()).isEqualTo("fit");
        refusesTheLast(() -> service.remove("r4", "mine", SOMEBODY));
    }

    @Test
    void theLastRuleByWhichCallsAreFitCannotBePutOutOfForceNorBeGivenAnotherTag() {
        service.refresh();
        service.put("r1", MINE, SOMEBODY);
        service.put("r2", new TagRule("fit", TagRule.FIT, "true", false), SOMEBODY);

        refusesTheLast(
                () -> service.put("r3", new TagRule("mine", TagRule.FIT, "true", false), SOMEBODY));
        refusesTheLast(
                () -> service.put("r4", new TagRule("mine", "mine", "true", true), SOMEBODY));
        refusesTheLast(() -> service.remove("r5", "mine", SOMEBODY));

        service.put("r6", new TagRule("mine", TagRule.FIT, "false", true), SOMEBODY);
        service.remove("r7", "fit", SOMEBODY);
        assertThat(tagsOf(CALL)).doesNotContain(TagRule.FIT);
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
                .extracting(KeptTagRule.Change::removed)
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

    private static void refusesTheLast(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_LAST_FIT_RULE));
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
        assertThatThrownBy(
                        () -> service.put("r1", new TagRule("x", "x", expression, true), SOMEBODY))
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
                        service.put(
                                "r1",
                                new TagRule("x", "x", "call.no_such_field > 1", true),
                                SOMEBODY))
                .hasMessageContaining("undefined field 'no_such_field'");
    }

    private TagRuleService service() {
        return new TagRuleService(memory.rules(), new TagRuleCompiler(), meters);
    }

    private SortedSet<String> tagsOf(Call call) {
        return service.tagsOf(call, List.of());
    }

    private static Author author(String time, String actor, String reason) {
        return new Author(Instant.parse(time), actor, reason);
    }

    private void put(TagRule rule) {
        memory.rules()
                .change(
                        rule.name(),
                        "",
                        (current, version) -> Optional.of(Change.to(KeptTagRule.of(rule))));
    }
}

package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class RuleBookTest {

    private static final Call CALL =
            Call.newBuilder().setCallId("1").setCustomerId("7").setDistanceMeters(70_000).build();

    private final TaggingMemory memory = new TaggingMemory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RuleBook book = book();

    @Test
    void hasNoAnswerBeforeTheRulesAreLoaded() {
        assertThat(book.loaded()).isFalse();
        assertThatThrownBy(() -> book.tagsOf(CALL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE));
    }

    @Test
    void beginsWithTheDefaultRules() {
        // When
        book.refresh();

        // Then
        assertThat(book.loaded()).isTrue();
        assertThat(book.list())
                .extracting(Rule::name)
                .containsExactly("fit", "long-distance", "stopover");
        assertThat(book.tagsOf(CALL)).containsExactly("long-distance");
    }

    @Test
    void doesNotBringDefaultRulesBackWhereThereAreOthers() {
        // Given
        put(new Rule("mine", "mine", "true", true));

        // When
        book.refresh();

        // Then
        assertThat(book.list()).extracting(Rule::name).containsExactly("mine");
    }

    @Test
    void aRuleThatIsPutIsInForceAtOnce() {
        // Given
        book.refresh();

        // When
        book.put("r1", new Rule("regular", "regular", "call.customer_id in ['7', '8']", true));

        // Then
        assertThat(book.tagsOf(CALL)).containsExactly("long-distance", "regular");
    }

    @Test
    void aRuleThatIsNotEnabledGivesNoTag() {
        // Given
        book.refresh();

        // When
        book.put(
                "r1",
                new Rule("long-distance", "long-distance", "call.distance_meters > 1", false));

        // Then
        assertThat(book.tagsOf(CALL)).isEmpty();
        assertThat(book.list()).hasSize(3);
    }

    @Test
    void aRuleOfAnotherInstanceComesWithTheNextRefresh() {
        // Given
        book.refresh();
        RuleBook other = book();
        other.put("r1", new Rule("all", "all", "true", true));

        // When
        book.refresh();

        // Then
        assertThat(book.tagsOf(CALL)).containsExactly("all", "long-distance");
    }

    @Test
    void aLateRepetitionOfARequestDoesNotPutTheRuleBack() {
        // Given
        book.refresh();
        book.put("r1", new Rule("all", "all", "true", true));
        book.put("r2", new Rule("all", "all", "false", true));

        // When
        Rule rule = book.put("r1", new Rule("all", "all", "true", true));

        // Then
        assertThat(rule.expression()).isEqualTo("false");
        assertThat(book.tagsOf(CALL)).containsExactly("long-distance");
    }

    @Test
    void aRuleThatFailsGivesNoTagAndIsCounted() {
        // Given
        book.refresh();
        book.put(
                "r1",
                new Rule("odd", "odd", "call.distance_meters / (call.fare.amount * 2) > 1", true));

        // When
        var tags = book.tagsOf(CALL);

        // Then
        assertThat(tags).containsExactly("long-distance");
        assertThat(meters.counter("supporters_tagging_rule_failures_total").count()).isEqualTo(1);
    }

    @Test
    void aStoredRuleThatDoesNotCompileIsLeftOut() {
        // Given
        put(new Rule("broken", "broken", "call.no_such_field", true));
        put(new Rule("all", "all", "true", true));

        // When
        book.refresh();

        // Then
        assertThat(book.tagsOf(CALL)).containsExactly("all");
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
        assertThatThrownBy(() -> book.put("r1", new Rule("x", "x", expression, true)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT));
        assertThat(book.list()).isEmpty();
    }

    @Test
    void refusesWithTheCompilersMessage() {
        assertThatThrownBy(() -> book.put("r1", new Rule("x", "x", "call.no_such_field > 1", true)))
                .hasMessageContaining("undefined field 'no_such_field'");
    }

    @Test
    void refusesWhatIsMissingOrTooLong() {
        refuses("", new Rule("x", "x", "true", true));
        refuses("r1", new Rule("", "x", "true", true));
        refuses("r1", new Rule("x".repeat(61), "x", "true", true));
        refuses("r1", new Rule("x", "X", "true", true));
        refuses("r1", new Rule("x", "x", "true || " + "false || ".repeat(250) + "true", true));
    }

    private void refuses(String requestId, Rule rule) {
        assertThatThrownBy(() -> book.put(requestId, rule)).isInstanceOf(Refusal.class);
    }

    private RuleBook book() {
        return new RuleBook(memory.rules(), memory.ruleSearch(), new RuleCompiler(), meters);
    }

    private void put(Rule rule) {
        memory.rules().change(rule.name(), "", (current, version) -> Optional.of(Change.to(rule)));
    }
}

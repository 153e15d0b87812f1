package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are no rules, and rules that fail on a call. */
class FailingTagRulesTest extends TagRuleServiceFixture {

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
}

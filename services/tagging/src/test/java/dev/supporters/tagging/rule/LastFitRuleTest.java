package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One rule by which calls are fit for supporters always stays. */
class LastFitRuleTest extends TagRuleServiceFixture {

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

    private static void refusesTheLast(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_LAST_FIT_RULE));
    }
}

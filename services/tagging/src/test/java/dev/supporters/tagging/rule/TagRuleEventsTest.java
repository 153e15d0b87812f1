package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.tag.v1.TagRuleEvent;
import dev.supporters.proto.events.tag.v1.TagRulePut;
import dev.supporters.proto.events.tag.v1.TagRuleRemoved;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What others are told of changes of rules. */
class TagRuleEventsTest {

    private static final Author PUTTER =
            new Author(TestClock.FRIDAY_NIGHT, "operator-1", "for Mrs Kim");
    private static final Author REMOVER =
            new Author(
                    TestClock.FRIDAY_NIGHT.plus(Duration.ofHours(1)),
                    "operator-2",
                    "she has moved");
    private static final TagRule REGULAR = rule("call.customer_id == '7'", true, 5);

    private final TaggingMemory memory = new TaggingMemory();
    private final TagRuleService service =
            new TagRuleService(memory.rules(), new TagRuleCompiler(), new SimpleMeterRegistry());

    @Test
    void aRuleThatIsPutAndTakenAwayIsToldWithoutItsExpressionAndTheReasons() {
        // Given
        service.put("r1", REGULAR, PUTTER);

        // When
        service.remove("r2", "regular", REMOVER);

        // Then
        assertThat(memory.toldOfRules())
                .containsExactly(
                        new Event(
                                Topics.TAG_RULES,
                                "regular",
                                "supporters.tag_rule.put.v1",
                                event(PUTTER).setPut(put().setExpressionChanged(true)).build()),
                        new Event(
                                Topics.TAG_RULES,
                                "regular",
                                "supporters.tag_rule.removed.v1",
                                event(REMOVER)
                                        .setRemoved(TagRuleRemoved.newBuilder().setTag("regular"))
                                        .build()));
        assertThat(memory.toldOfRules().toString())
                .doesNotContain("customer_id", "Kim", "she has moved");
    }

    @Test
    void saysWhetherTheExpressionIsAnotherOne() {
        // Given
        service.put("r1", REGULAR, PUTTER);

        // When
        service.put("r2", rule(REGULAR.expression(), false, 6), PUTTER);
        service.put("r3", rule("call.customer_id == '8'", false, 6), PUTTER);
        service.remove("r4", "regular", REMOVER);
        service.put("r5", rule("call.customer_id == '8'", false, 6), PUTTER);

        // Then
        assertThat(told())
                .filteredOn(TagRuleEvent::hasPut)
                .extracting(event -> event.getPut().getExpressionChanged())
                .containsExactly(true, false, true, true);
        assertThat(told().get(1).getPut()).isEqualTo(put().setEnabled(false).setOrder(6).build());
    }

    @Test
    void aChangeIsToldOnceHoweverOftenItIsSentAndNotWhenItIsRefused() {
        // Given
        service.put("r1", REGULAR, PUTTER);
        service.remove("r2", "regular", REMOVER);

        // When
        service.put("r1", REGULAR, PUTTER);
        service.remove("r2", "regular", REMOVER);
        refused(() -> service.put("r3", rule("call.weight > 3", true, 5), PUTTER));
        refused(() -> service.remove("r4", "regular", REMOVER));
        refused(() -> service.remove("r5", "unknown", REMOVER));

        // Then
        assertThat(told()).hasSize(2);
    }

    @Test
    void rulesThatNobodyPutAreNotTold() {
        // When
        service.refresh();

        // Then
        assertThat(service.list()).hasSize(3);
        assertThat(told()).isEmpty();
    }

    private static void refused(Runnable request) {
        assertThatThrownBy(request::run).isInstanceOf(Refusal.class);
    }

    private List<TagRuleEvent> told() {
        return memory.toldOfRules().stream().map(event -> (TagRuleEvent) event.payload()).toList();
    }

    private static TagRuleEvent.Builder event(Author author) {
        return TagRuleEvent.newBuilder()
                .setName("regular")
                .setEventTime(Timestamps.of(author.time()))
                .setActor(author.actor());
    }

    private static TagRulePut.Builder put() {
        return TagRulePut.newBuilder().setTag("regular").setEnabled(true).setOrder(5);
    }

    private static TagRule rule(String expression, boolean enabled, int order) {
        return new TagRule("regular", "regular", expression, enabled, order);
    }
}

package dev.supporters.tagging.rule;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.tag.v1.TagRuleEvent;
import dev.supporters.proto.events.tag.v1.TagRulePut;
import dev.supporters.proto.events.tag.v1.TagRuleRemoved;
import dev.supporters.tagging.rule.KeptTagRule.Author;

import java.util.Optional;

/** What is told of changes of rules: not their expressions and reasons, which may name people and places. */
final class TagRuleEvents {

    private TagRuleEvents() {}

    static Event put(Optional<KeptTagRule> before, TagRule rule, Author author) {
        boolean sameExpression =
                before.filter(kept -> !kept.removed())
                        .map(kept -> kept.rule().expression())
                        .filter(rule.expression()::equals)
                        .isPresent();
        TagRulePut put =
                TagRulePut.newBuilder()
                        .setTag(rule.tag())
                        .setEnabled(rule.enabled())
                        .setOrder(rule.order())
                        .setExpressionChanged(!sameExpression)
                        .build();
        return event(rule, "put", event(rule, author).setPut(put));
    }

    static Event removed(TagRule rule, Author author) {
        TagRuleRemoved removed = TagRuleRemoved.newBuilder().setTag(rule.tag()).build();
        return event(rule, "removed", event(rule, author).setRemoved(removed));
    }

    private static TagRuleEvent.Builder event(TagRule rule, Author author) {
        return TagRuleEvent.newBuilder()
                .setName(rule.name())
                .setEventTime(Timestamps.of(author.time()))
                .setActor(author.actor());
    }

    private static Event event(TagRule rule, String name, TagRuleEvent.Builder event) {
        return new Event(
                Topics.TAG_RULES,
                rule.name(),
                "supporters.tag_rule." + name + ".v1",
                event.build());
    }
}

package dev.supporters.tagging.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.rule.Rule;

import java.util.List;

/** Tags and rules as they travel. */
final class TagMessages {

    private TagMessages() {}

    static Tag message(TagDefinition tag) {
        return Tag.newBuilder()
                .setName(tag.name())
                .setUuid(tag.uuid())
                .setDescription(tag.description())
                .setCreateTime(Timestamps.of(tag.createTime()))
                .build();
    }

    static List<Tag> messages(List<TagDefinition> tags) {
        return tags.stream().map(TagMessages::message).toList();
    }

    static TagRule message(Rule rule) {
        return TagRule.newBuilder()
                .setName(rule.name())
                .setTag(rule.tag())
                .setExpression(rule.expression())
                .setEnabled(rule.enabled())
                .build();
    }

    static Rule rule(PutRuleRequest request) {
        if (!request.hasRule()) {
            throw Refusal.invalid("rule", "nothing", "a rule");
        }
        TagRule rule = request.getRule();
        return new Rule(rule.getName(), rule.getTag(), rule.getExpression(), rule.getEnabled());
    }
}

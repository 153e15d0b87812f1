package dev.supporters.tagging.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.tag.TagDefinition;

import java.util.List;

/** Tags and rules as the interface registry has them. */
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

    static dev.supporters.proto.tagging.v1.TagRule message(TagRule rule) {
        return dev.supporters.proto.tagging.v1.TagRule.newBuilder()
                .setName(rule.name())
                .setTag(rule.tag())
                .setExpression(rule.expression())
                .setEnabled(rule.enabled())
                .build();
    }

    static TagRule rule(dev.supporters.proto.tagging.v1.TagRule rule) {
        return new TagRule(rule.getName(), rule.getTag(), rule.getExpression(), rule.getEnabled());
    }
}

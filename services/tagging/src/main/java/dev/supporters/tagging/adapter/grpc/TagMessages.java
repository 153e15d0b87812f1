package dev.supporters.tagging.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRuleChange;
import dev.supporters.proto.tagging.v1.TagRuleError;
import dev.supporters.proto.tagging.v1.TryRuleResponse;
import dev.supporters.tagging.rule.KeptTagRule;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.rule.TagRuleCompiler;
import dev.supporters.tagging.rule.TagRuleTrial;
import dev.supporters.tagging.rule.TagRuleTrial.Judged;
import dev.supporters.tagging.rule.TagRuleTrial.Mistake;
import dev.supporters.tagging.rule.TagRuleTrial.Mistaken;
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
                .setOrder(rule.order())
                .build();
    }

    static TagRule rule(dev.supporters.proto.tagging.v1.TagRule rule) {
        return new TagRule(
                rule.getName(),
                rule.getTag(),
                rule.getExpression(),
                rule.getEnabled(),
                rule.getOrder());
    }

    static TagRuleChange message(KeptTagRule.RuleChange change) {
        return TagRuleChange.newBuilder()
                .setTime(Timestamps.of(change.author().time()))
                .setActor(change.author().actor())
                .setReason(change.author().reason())
                .setRemoved(change.removed())
                .setRule(message(change.rule()))
                .build();
    }

    static TryRuleResponse message(TagRuleTrial.Result trial) {
        TryRuleResponse.Builder message =
                TryRuleResponse.newBuilder()
                        .setCost(trial.cost())
                        .setMostIterations(TagRuleCompiler.MOST_ITERATIONS)
                        .addAllTags(trial.tags());
        switch (trial.outcome()) {
            case Judged(boolean matches) -> message.setMatches(matches);
            case Mistaken(Mistake mistake) -> message.setError(message(mistake));
        }
        return message.build();
    }

    private static TagRuleError message(Mistake mistake) {
        TagRuleError.Builder message =
                TagRuleError.newBuilder()
                        .setMessage(mistake.message())
                        .setCompilation(mistake.compilation());
        mistake.place()
                .ifPresent(place ->
                        message.setLine(place.line())
                                .setColumn(place.column())
                                .setExcerpt(place.excerpt()));
        return message.build();
    }
}

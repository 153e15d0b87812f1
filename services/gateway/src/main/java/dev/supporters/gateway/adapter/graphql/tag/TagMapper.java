package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.IdempotencyKeys;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.PutTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.TagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.UntagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.UntagRequest;

import java.util.List;

/** Tags and their rules between the protos and the schema. */
final class TagMapper {

    private static final int NAME = 60;
    private static final int ENTITY = 100;
    private static final int DESCRIPTION = 500;
    private static final int EXPRESSION = 2000;
    private static final int TAGS = 100;

    private TagMapper() {}

    static List<TagView> views(List<Tag> tags) {
        return tags.stream().map(TagMapper::view).toList();
    }

    static TagView view(Tag tag) {
        return new TagView(
                tag.getName(),
                tag.getUuid(),
                tag.getDescription(),
                ProtoMapper.instant(tag.hasCreateTime(), tag.getCreateTime()));
    }

    static TagRuleView view(TagRule rule) {
        return new TagRuleView(
                rule.getName(), rule.getTag(), rule.getExpression(), rule.getEnabled());
    }

    static String name(String name, String field) {
        return InputChecks.text(name, field, NAME);
    }

    static String entityId(String entityId) {
        return InputChecks.text(entityId, "entityId", ENTITY);
    }

    static List<String> names(List<String> tags) {
        if (tags.isEmpty() || tags.size() > TAGS) {
            throw Refusal.invalid("tags", tags.size(), "1 to " + TAGS);
        }
        tags.forEach(tag -> name(tag, "tags"));
        return tags;
    }

    static TagRequest request(Principal principal, TagInput input) {
        return TagRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("tag", principal, input.clientMutationId()))
                .setEntityId(entityId(input.entityId()))
                .setTag(name(input.tag(), "tag"))
                .setDescription(
                        InputChecks.optionalText(input.description(), "description", DESCRIPTION))
                .build();
    }

    static UntagRequest request(Principal principal, UntagInput input) {
        return UntagRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("untag", principal, input.clientMutationId()))
                .setEntityId(entityId(input.entityId()))
                .setTag(name(input.tag(), "tag"))
                .build();
    }

    static PutRuleRequest request(Principal principal, PutTagRuleInput input) {
        return PutRuleRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("putTagRule", principal, input.clientMutationId()))
                .setRule(
                        TagRule.newBuilder()
                                .setName(name(input.name(), "name"))
                                .setTag(name(input.tag(), "tag"))
                                .setExpression(
                                        InputChecks.text(
                                                input.expression(), "expression", EXPRESSION))
                                .setEnabled(input.enabled()))
                .build();
    }
}

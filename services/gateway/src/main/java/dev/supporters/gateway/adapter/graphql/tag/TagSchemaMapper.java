package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.PutTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.TagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.UntagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.UntagRequest;

import java.util.List;

/** Tags and their rules between the protos and the schema. */
final class TagSchemaMapper {

    private TagSchemaMapper() {}

    static List<TagView> views(List<Tag> tags) {
        return tags.stream().map(TagSchemaMapper::view).toList();
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

    static TagRequest request(Principal principal, TagInput input) {
        return TagRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("tag", principal, input.clientMutationId()))
                .setEntityId(input.entityId())
                .setTag(input.tag())
                .setDescription(ProtoMapper.orEmpty(input.description()))
                .build();
    }

    static UntagRequest request(Principal principal, UntagInput input) {
        return UntagRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("untag", principal, input.clientMutationId()))
                .setEntityId(input.entityId())
                .setTag(input.tag())
                .build();
    }

    static PutRuleRequest request(Principal principal, PutTagRuleInput input) {
        return PutRuleRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("putTagRule", principal, input.clientMutationId()))
                .setRule(
                        TagRule.newBuilder()
                                .setName(input.name())
                                .setTag(input.tag())
                                .setExpression(input.expression())
                                .setEnabled(input.enabled()))
                .build();
    }
}

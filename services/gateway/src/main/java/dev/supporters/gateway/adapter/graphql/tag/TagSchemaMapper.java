package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.PutTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.RemoveTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.SampleCallInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.TagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.UntagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleChangeView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleError;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleTrial;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TagRuleChange;
import dev.supporters.proto.tagging.v1.TryRuleResponse;
import dev.supporters.proto.tagging.v1.UntagRequest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
                rule.getName(),
                rule.getTag(),
                rule.getExpression(),
                rule.getEnabled(),
                rule.getOrder());
    }

    static TagRuleChangeView view(TagRuleChange change) {
        return new TagRuleChangeView(
                ProtoMapper.instant(change.hasTime(), change.getTime()),
                ProtoMapper.text(change.getActor()),
                ProtoMapper.text(change.getReason()),
                change.getRemoved(),
                view(change.getRule()));
    }

    static TagRuleTrial view(TryRuleResponse trial) {
        return new TagRuleTrial(
                trial.hasMatches() ? trial.getMatches() : null,
                trial.hasError() ? view(trial.getError()) : null,
                trial.getCost(),
                List.copyOf(trial.getTagsList()),
                trial.getMostIterations() > 0 ? trial.getMostIterations() : null);
    }

    private static TagRuleError view(dev.supporters.proto.tagging.v1.TagRuleError error) {
        boolean placed = error.getLine() > 0;
        return new TagRuleError(
                error.getMessage(),
                error.getCompilation(),
                placed ? error.getLine() : null,
                placed ? error.getColumn() : null,
                ProtoMapper.text(error.getExcerpt()));
    }

    /** A call that does not exist, as a rule reads one. */
    static Call call(SampleCallInput sample, Instant now) {
        Call.Builder call =
                Call.newBuilder()
                        .setCreateTime(
                                Timestamps.of(
                                        Objects.requireNonNullElse(sample.requestedAt(), now)))
                        .setProduct(ProtoMapper.product(sample.product()))
                        .setCustomerId(ProtoMapper.orEmpty(sample.userId()));
        if (sample.origin() != null) {
            call.setOrigin(ProtoMapper.place(sample.origin()));
        }
        if (sample.destination() != null) {
            call.setDestination(ProtoMapper.place(sample.destination()));
        }
        if (sample.stopover() != null) {
            call.setStopover(ProtoMapper.place(sample.stopover()));
        }
        if (sample.fare() != null) {
            call.setFare(ProtoMapper.money(sample.fare(), "sample.fare.amount"));
        }
        if (sample.distance() != null) {
            call.setDistanceMeters(sample.distance());
        }
        return call.build();
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
                                .setEnabled(input.enabled())
                                .setOrder(input.order() == null ? 0 : input.order()))
                .setActor(principal.id())
                .setReason(ProtoMapper.orEmpty(input.reason()))
                .build();
    }

    static RemoveRuleRequest request(Principal principal, RemoveTagRuleInput input) {
        return RemoveRuleRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("removeTagRule", principal, input.clientMutationId()))
                .setName(input.name())
                .setActor(principal.id())
                .setReason(input.reason())
                .build();
    }
}

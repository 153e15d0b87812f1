package dev.supporters.tagging.adapter.grpc;

import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.tagging.v1.GetByUuidRequest;
import dev.supporters.proto.tagging.v1.GetByUuidResponse;
import dev.supporters.proto.tagging.v1.GetRequest;
import dev.supporters.proto.tagging.v1.GetResponse;
import dev.supporters.proto.tagging.v1.GetRuleHistoryRequest;
import dev.supporters.proto.tagging.v1.GetRuleHistoryResponse;
import dev.supporters.proto.tagging.v1.HasRequest;
import dev.supporters.proto.tagging.v1.HasResponse;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.ListRequest;
import dev.supporters.proto.tagging.v1.ListResponse;
import dev.supporters.proto.tagging.v1.ListRulesRequest;
import dev.supporters.proto.tagging.v1.ListRulesResponse;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.PutRuleResponse;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleResponse;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagCallResponse;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagResponse;
import dev.supporters.proto.tagging.v1.TaggingService;
import dev.supporters.proto.tagging.v1.TryRuleRequest;
import dev.supporters.proto.tagging.v1.TryRuleResponse;
import dev.supporters.proto.tagging.v1.UntagRequest;
import dev.supporters.proto.tagging.v1.UntagResponse;
import dev.supporters.tagging.calltag.CallTagger;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.rule.TagRuleService;
import dev.supporters.tagging.tag.EntityId;
import dev.supporters.tagging.tag.TagDefinition;
import dev.supporters.tagging.tag.TagService;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.Clock;
import java.util.List;

/** Tags and rules over gRPC. */
@GrpcService
class TaggingGrpc implements TaggingService {

    private final CallTagger calls;
    private final TagService tags;
    private final TagRuleService rules;
    private final Clock clock;
    private final GrpcResponder responder;

    TaggingGrpc(
            CallTagger calls,
            TagService tags,
            TagRuleService rules,
            Clock clock,
            GrpcResponder responder) {
        this.calls = calls;
        this.tags = tags;
        this.rules = rules;
        this.clock = clock;
        this.responder = responder;
    }

    @Override
    public Uni<TagCallResponse> tagCall(TagCallRequest request) {
        return responder.answer(() ->
                TagCallResponse.newBuilder().addAllTags(calls.tagsOf(request.getCall())).build());
    }

    @Override
    public Uni<TagResponse> tag(TagRequest request) {
        return responder.answer(() -> {
            List<TagDefinition> after =
                    tags.tag(
                            request.getRequestId(),
                            new EntityId(request.getEntityId()),
                            request.getTag(),
                            request.getDescription());
            return TagResponse.newBuilder().addAllTags(TagMessages.messages(after)).build();
        });
    }

    @Override
    public Uni<UntagResponse> untag(UntagRequest request) {
        return responder.answer(() -> {
            List<TagDefinition> after =
                    tags.untag(
                            request.getRequestId(),
                            new EntityId(request.getEntityId()),
                            request.getTag());
            return UntagResponse.newBuilder().addAllTags(TagMessages.messages(after)).build();
        });
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() ->
                GetResponse.newBuilder()
                        .setTag(TagMessages.message(tags.get(request.getName())))
                        .build());
    }

    @Override
    public Uni<GetByUuidResponse> getByUuid(GetByUuidRequest request) {
        return responder.answer(() ->
                GetByUuidResponse.newBuilder()
                        .setTag(TagMessages.message(tags.getByUuid(request.getUuid())))
                        .build());
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return responder.answer(() ->
                ListResponse.newBuilder()
                        .addAllTags(
                                TagMessages.messages(
                                        tags.list(new EntityId(request.getEntityId()))))
                        .build());
    }

    @Override
    public Uni<ListEntitiesResponse> listEntities(ListEntitiesRequest request) {
        return responder.answer(() -> {
            TagService.Page page =
                    tags.entities(request.getTag(), request.getPageSize(), request.getPageToken());
            return ListEntitiesResponse.newBuilder()
                    .addAllEntityIds(page.entityIds().stream().map(EntityId::value).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<HasResponse> has(HasRequest request) {
        return responder.answer(() ->
                HasResponse.newBuilder()
                        .addAllTags(
                                tags.has(
                                        new EntityId(request.getEntityId()), request.getTagsList()))
                        .build());
    }

    @Override
    public Uni<PutRuleResponse> putRule(PutRuleRequest request) {
        return responder.answer(() -> {
            TagRule rule =
                    rules.put(
                            request.getRequestId(),
                            TagMessages.rule(request.getRule()),
                            author(request.getActor(), request.getReason()));
            return PutRuleResponse.newBuilder().setRule(TagMessages.message(rule)).build();
        });
    }

    @Override
    public Uni<ListRulesResponse> listRules(ListRulesRequest request) {
        return responder.answer(() ->
                ListRulesResponse.newBuilder()
                        .addAllRules(rules.list().stream().map(TagMessages::message).toList())
                        .build());
    }

    @Override
    public Uni<RemoveRuleResponse> removeRule(RemoveRuleRequest request) {
        return responder.answer(() -> {
            TagRule removed =
                    rules.remove(
                            request.getRequestId(),
                            request.getName(),
                            author(request.getActor(), request.getReason()));
            return RemoveRuleResponse.newBuilder().setRule(TagMessages.message(removed)).build();
        });
    }

    @Override
    public Uni<GetRuleHistoryResponse> getRuleHistory(GetRuleHistoryRequest request) {
        return responder.answer(() ->
                GetRuleHistoryResponse.newBuilder()
                        .addAllChanges(
                                rules.history(request.getName()).stream()
                                        .map(TagMessages::message)
                                        .toList())
                        .build());
    }

    @Override
    public Uni<TryRuleResponse> tryRule(TryRuleRequest request) {
        return responder.answer(() ->
                TagMessages.message(
                        calls.tryRule(
                                request.getExpression(), request.getCall(), request.getOrder())));
    }

    private Author author(String actor, String reason) {
        return new Author(clock.instant(), actor, reason);
    }
}

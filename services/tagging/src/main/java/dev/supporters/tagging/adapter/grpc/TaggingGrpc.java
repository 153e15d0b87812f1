package dev.supporters.tagging.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.tagging.v1.GetByUuidRequest;
import dev.supporters.proto.tagging.v1.GetByUuidResponse;
import dev.supporters.proto.tagging.v1.GetRequest;
import dev.supporters.proto.tagging.v1.GetResponse;
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
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagCallResponse;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagResponse;
import dev.supporters.proto.tagging.v1.TaggingService;
import dev.supporters.proto.tagging.v1.UntagRequest;
import dev.supporters.proto.tagging.v1.UntagResponse;
import dev.supporters.tagging.calltag.CallTagger;
import dev.supporters.tagging.label.EntityPage;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.label.TagService;
import dev.supporters.tagging.rule.Rule;
import dev.supporters.tagging.rule.RuleBook;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.util.List;

/** The service's gRPC side. */
@GrpcService
class TaggingGrpc implements TaggingService {

    private final CallTagger calls;
    private final TagService tags;
    private final RuleBook rules;
    private final GrpcResponder rpc;

    TaggingGrpc(CallTagger calls, TagService tags, RuleBook rules, GrpcResponder rpc) {
        this.calls = calls;
        this.tags = tags;
        this.rules = rules;
        this.rpc = rpc;
    }

    @Override
    public Uni<TagCallResponse> tagCall(TagCallRequest request) {
        return rpc.answer(() -> {
            if (!request.hasCall()) {
                throw Refusal.invalid("call", "nothing", "a call");
            }
            return TagCallResponse.newBuilder().addAllTags(calls.tagsOf(request.getCall())).build();
        });
    }

    @Override
    public Uni<TagResponse> tag(TagRequest request) {
        return rpc.answer(() -> {
            List<TagDefinition> after =
                    tags.tag(
                            request.getRequestId(),
                            request.getEntityId(),
                            request.getTag(),
                            request.getDescription());
            return TagResponse.newBuilder().addAllTags(TagMessages.messages(after)).build();
        });
    }

    @Override
    public Uni<UntagResponse> untag(UntagRequest request) {
        return rpc.answer(() -> {
            List<TagDefinition> after =
                    tags.untag(request.getRequestId(), request.getEntityId(), request.getTag());
            return UntagResponse.newBuilder().addAllTags(TagMessages.messages(after)).build();
        });
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return rpc.answer(() ->
                GetResponse.newBuilder()
                        .setTag(TagMessages.message(tags.get(request.getName())))
                        .build());
    }

    @Override
    public Uni<GetByUuidResponse> getByUuid(GetByUuidRequest request) {
        return rpc.answer(() ->
                GetByUuidResponse.newBuilder()
                        .setTag(TagMessages.message(tags.getByUuid(request.getUuid())))
                        .build());
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return rpc.answer(() ->
                ListResponse.newBuilder()
                        .addAllTags(TagMessages.messages(tags.list(request.getEntityId())))
                        .build());
    }

    @Override
    public Uni<ListEntitiesResponse> listEntities(ListEntitiesRequest request) {
        return rpc.answer(() -> {
            EntityPage page =
                    tags.entities(request.getTag(), request.getPageSize(), request.getPageToken());
            return ListEntitiesResponse.newBuilder()
                    .addAllEntityIds(page.entityIds())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<HasResponse> has(HasRequest request) {
        return rpc.answer(() ->
                HasResponse.newBuilder()
                        .addAllTags(tags.has(request.getEntityId(), request.getTagsList()))
                        .build());
    }

    @Override
    public Uni<PutRuleResponse> putRule(PutRuleRequest request) {
        return rpc.answer(() -> {
            Rule rule = rules.put(request.getRequestId(), TagMessages.rule(request));
            return PutRuleResponse.newBuilder().setRule(TagMessages.message(rule)).build();
        });
    }

    @Override
    public Uni<ListRulesResponse> listRules(ListRulesRequest request) {
        return rpc.answer(() ->
                ListRulesResponse.newBuilder()
                        .addAllRules(rules.list().stream().map(TagMessages::message).toList())
                        .build());
    }
}

package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.tagging.v1.GetByUuidRequest;
import dev.supporters.proto.tagging.v1.GetRequest;
import dev.supporters.proto.tagging.v1.GetRuleHistoryRequest;
import dev.supporters.proto.tagging.v1.HasRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.ListRequest;
import dev.supporters.proto.tagging.v1.ListRulesRequest;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TagRuleChange;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc.TaggingServiceBlockingStub;
import dev.supporters.proto.tagging.v1.TryRuleRequest;
import dev.supporters.proto.tagging.v1.TryRuleResponse;
import dev.supporters.proto.tagging.v1.UntagRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** The service `tagging`. */
@ApplicationScoped
public class TaggingClient {

    private static final String REMOTE = "tagging";

    private final ServiceInvoker invoker;
    private final TaggingServiceBlockingStub stub;

    TaggingClient(ServiceInvoker invoker, @GrpcClient("tagging") TaggingServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Tag byName(String name) {
        GetRequest request = GetRequest.newBuilder().setName(name).build();
        return invoker.call(REMOTE, request, stub::get).getTag();
    }

    public Tag byUuid(String uuid) {
        GetByUuidRequest request = GetByUuidRequest.newBuilder().setUuid(uuid).build();
        return invoker.call(REMOTE, request, stub::getByUuid).getTag();
    }

    public List<Tag> of(String entityId) {
        ListRequest request = ListRequest.newBuilder().setEntityId(entityId).build();
        return invoker.call(REMOTE, request, stub::list).getTagsList();
    }

    public ListEntitiesResponse entities(ListEntitiesRequest request) {
        return invoker.call(REMOTE, request, stub::listEntities);
    }

    /** Those of the given tags that the entity has. */
    public List<String> having(String entityId, List<String> tags) {
        HasRequest request = HasRequest.newBuilder().setEntityId(entityId).addAllTags(tags).build();
        return invoker.call(REMOTE, request, stub::has).getTagsList();
    }

    public List<Tag> tag(TagRequest request) {
        return invoker.call(REMOTE, request, stub::tag).getTagsList();
    }

    public List<Tag> untag(UntagRequest request) {
        return invoker.call(REMOTE, request, stub::untag).getTagsList();
    }

    public TagRule putRule(PutRuleRequest request) {
        return invoker.call(REMOTE, request, stub::putRule).getRule();
    }

    /** The rule, as it was. */
    public TagRule removeRule(RemoveRuleRequest request) {
        return invoker.call(REMOTE, request, stub::removeRule).getRule();
    }

    /** The newest first. */
    public List<TagRuleChange> ruleHistory(String name) {
        GetRuleHistoryRequest request = GetRuleHistoryRequest.newBuilder().setName(name).build();
        return invoker.call(REMOTE, request, stub::getRuleHistory).getChangesList();
    }

    public TryRuleResponse tryRule(TryRuleRequest request) {
        return invoker.call(REMOTE, request, stub::tryRule);
    }

    public List<TagRule> rules() {
        return invoker.call(REMOTE, ListRulesRequest.getDefaultInstance(), stub::listRules)
                .getRulesList();
    }
}

package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.PutTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.RemoveTagRuleInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.SampleCallInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.TagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagInputs.UntagInput;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.Entity;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.EntityPage;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.EntityTag;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleChangeView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRulePayload;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleTrial;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagRuleView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagsPayload;
import dev.supporters.gateway.adapter.grpc.TaggingClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TryRuleRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;
import java.util.List;

/** Tags and their rules. Routing decides by them, so drivers and customers neither see nor change them here. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class TagApi {

    private final PrincipalProvider principals;
    private final TaggingClient tagging;
    private final CallService calls;
    private final GatewayConfig config;
    private final Clock clock;

    TagApi(
            PrincipalProvider principals,
            TaggingClient tagging,
            CallService calls,
            GatewayConfig config,
            Clock clock) {
        this.principals = principals;
        this.tagging = tagging;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    @Query("entities")
    @Description(
            "The first entities with a tag, as many as a page has; entityPage has them all. For operators and services.")
    public List<Entity> entities(@NonNull @Description("The tag's name.") String tagName) {
        return entityPage(tagName, null, null).entityIds().stream().map(Entity::new).toList();
    }

    @NonNull
    @Query("entityPage")
    @Description("The entities with a tag, page by page. For operators and services.")
    public EntityPage entityPage(
            @NonNull @Description("The tag's name.") String tagName,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        ListEntitiesRequest request =
                ListEntitiesRequest.newBuilder()
                        .setTag(tagName)
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after))
                        .build();
        ListEntitiesResponse response = tagging.entities(request);
        return new EntityPage(
                List.copyOf(response.getEntityIdsList()),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    @Query("tagByUuid")
    @Description("A tag by its UUID. For operators and services.")
    public TagView tagByUuid(@Id @NonNull @Description("The UUID.") String uuid) {
        principals.get().mustSeeAll();
        return TagSchemaMapper.view(tagging.byUuid(uuid));
    }

    @Query("tag")
    @Description("A tag by its name. For operators and services.")
    public TagView tag(@NonNull @Description("The name.") String name) {
        principals.get().mustSeeAll();
        return TagSchemaMapper.view(tagging.byName(name));
    }

    @NonNull
    @Query("tags")
    @Description("The tags of an entity, by name. For operators and services.")
    public List<TagView> tags(
            @NonNull @Description("The entity, like driver:1004550, call:254137 or customer:7.")
                    String entityId) {
        principals.get().mustSeeAll();
        return TagSchemaMapper.views(tagging.of(entityId));
    }

    @Query("entityHasTags")
    @Description("Whether an entity has all of some tags. For operators and services.")
    public Boolean entityHasTags(
            @NonNull @Description("The entity, like driver:1004550, call:254137 or customer:7.")
                    String entityId,
            @NonNull @Description("Names: 1 to 100.") List<String> tags) {
        return hasTags(entityId, InputChecks.listed(tags, "tags")).stream()
                .allMatch(EntityTag::has);
    }

    @NonNull
    @Query("hasTags")
    @Description(
            "Which of some tags an entity has, in the order asked. For operators and services.")
    public List<EntityTag> hasTags(
            @Id @NonNull @Description("The entity, like driver:1004550, call:254137 or customer:7.")
                    String entityId,
            @NonNull @Description("Names: 1 to 100.") List<@NonNull String> tags) {
        principals.get().mustSeeAll();
        if (tags.isEmpty()) {
            throw Refusal.invalid("tags", "nothing", "1 to 100 names");
        }
        List<String> having = tagging.having(entityId, tags);
        return tags.stream().map(tag -> new EntityTag(tag, having.contains(tag))).toList();
    }

    @NonNull
    @Query("tagRules")
    @Description(
            "All rules that give tags to calls, in the order in which they are applied; at most 1,000. For operators.")
    public List<TagRuleView> tagRules() {
        principals.operator();
        return tagging.rules().stream().map(TagSchemaMapper::view).toList();
    }

    @NonNull
    @Query("tagRuleHistory")
    @Description(
            "What was done to a rule, also to one that was removed: the newest first, at most 100. For operators.")
    public List<@NonNull TagRuleChangeView> tagRuleHistory(
            @NonNull @Description("The rule's name.") String name) {
        principals.operator();
        return tagging.ruleHistory(name).stream().map(TagSchemaMapper::view).toList();
    }

    @NonNull
    @Query("tryTagRule")
    @Description(
            "Tries an expression as if it were a rule: on a call that there is, or on one that there is not. Changes nothing. An expression that does not compile, or that fails on the call, is an answer with an error. For operators.")
    public TagRuleTrial tryTagRule(
            @NonNull @Description("A CEL expression, as a rule's.") String expression,
            @Id @Description("A call as it is now. Either this or sample.") String callId,
            @Description("A call that does not exist. Either this or callId.")
                    SampleCallInput sample,
            @Description(
                            "The place that the rule would have, 0 to 10,000: the rules before it are applied first. Null is 0.")
                    Integer order) {
        Principal operator = principals.operator();
        TryRuleRequest request =
                TryRuleRequest.newBuilder()
                        .setExpression(expression)
                        .setCall(sampled(operator, callId, sample))
                        .setOrder(order == null ? 0 : order)
                        .build();
        return TagSchemaMapper.view(tagging.tryRule(request));
    }

    @NonNull
    @Mutation("removeTagRule")
    @Description(
            "Removes a rule. What it was, who removed it and why is kept (tagRuleHistory). For operators.")
    public TagRulePayload removeTagRule(
            @NonNull @Description("The rule, and why.") RemoveTagRuleInput input) {
        TagRule rule = tagging.removeRule(TagSchemaMapper.request(principals.operator(), input));
        return new TagRulePayload(input.clientMutationId(), TagSchemaMapper.view(rule));
    }

    @NonNull
    @Mutation("tag")
    @Description("Puts a tag on an entity. For operators.")
    public TagsPayload putTag(@NonNull @Description("The tag and the entity.") TagInput input) {
        List<Tag> tags = tagging.tag(TagSchemaMapper.request(principals.operator(), input));
        return new TagsPayload(input.clientMutationId(), TagSchemaMapper.views(tags));
    }

    @NonNull
    @Mutation("untag")
    @Description("Removes a tag from an entity. For operators.")
    public TagsPayload untag(@NonNull @Description("The tag and the entity.") UntagInput input) {
        List<Tag> tags = tagging.untag(TagSchemaMapper.request(principals.operator(), input));
        return new TagsPayload(input.clientMutationId(), TagSchemaMapper.views(tags));
    }

    @NonNull
    @Mutation("putTagRule")
    @Description("Puts a rule that gives a tag to calls. For operators.")
    public TagRulePayload putTagRule(@NonNull @Description("The rule.") PutTagRuleInput input) {
        TagRule rule = tagging.putRule(TagSchemaMapper.request(principals.operator(), input));
        return new TagRulePayload(input.clientMutationId(), TagSchemaMapper.view(rule));
    }

    private Call sampled(Principal operator, String callId, SampleCallInput sample) {
        if ((callId == null) == (sample == null)) {
            throw Refusal.invalid(
                    "callId",
                    callId == null ? "neither callId nor sample" : "callId and sample",
                    "one of the two");
        }
        return callId == null
                ? TagSchemaMapper.call(sample, clock.instant())
                : calls.get(operator, InputChecks.callId(callId, "callId"));
    }
}

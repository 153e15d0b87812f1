package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.PutTagRuleInput;
import dev.supporters.gateway.adapter.graphql.input.TagInput;
import dev.supporters.gateway.adapter.graphql.input.UntagInput;
import dev.supporters.gateway.adapter.graphql.view.EntityPage;
import dev.supporters.gateway.adapter.graphql.view.EntityTag;
import dev.supporters.gateway.adapter.graphql.view.PageInfo;
import dev.supporters.gateway.adapter.graphql.view.TagRulePayload;
import dev.supporters.gateway.adapter.graphql.view.TagRuleView;
import dev.supporters.gateway.adapter.graphql.view.TagView;
import dev.supporters.gateway.adapter.graphql.view.TagsPayload;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.TaggingClient;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.UntagRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Tags and their rules. Routing decides by them, so drivers and customers neither see nor change them here. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class TagApi {

    private static final int NAME = 60;
    private static final int ENTITY = 100;
    private static final int DESCRIPTION = 500;
    private static final int EXPRESSION = 2000;
    private static final int TAGS = 100;

    private final Viewers viewers;
    private final TaggingClient tagging;
    private final GatewayConfig config;

    TagApi(Viewers viewers, TaggingClient tagging, GatewayConfig config) {
        this.viewers = viewers;
        this.tagging = tagging;
        this.config = config;
    }

    @NonNull
    @Query("entities")
    @Description("The entities with a tag. For operators and services.")
    public EntityPage entities(
            @NonNull @Description("The tag's name.") String tagName,
            @Description(Words.FIRST) Integer first,
            @Description(Words.AFTER) String after) {
        viewers.current().mustSeeAll();
        ListEntitiesRequest request =
                ListEntitiesRequest.newBuilder()
                        .setTag(Bounds.text(tagName, "tagName", NAME))
                        .setPageSize(Bounds.pageSize(first, config.pageSize()))
                        .setPageToken(Bounds.pageToken(after))
                        .build();
        ListEntitiesResponse response = tagging.entities(request);
        return new EntityPage(
                List.copyOf(response.getEntityIdsList()), PageInfo.of(response.getNextPageToken()));
    }

    @Query("tagByUuid")
    @Description("A tag by its UUID. For operators and services.")
    public TagView tagByUuid(@Id @NonNull @Description("The UUID.") String uuid) {
        viewers.current().mustSeeAll();
        return TagView.of(tagging.byUuid(Bounds.id(uuid, "uuid")));
    }

    @Query("tag")
    @Description("A tag by its name. For operators and services.")
    public TagView tag(@NonNull @Description("The name.") String name) {
        viewers.current().mustSeeAll();
        return TagView.of(tagging.byName(Bounds.text(name, "name", NAME)));
    }

    @NonNull
    @Query("tags")
    @Description("The tags of an entity, by name. For operators and services.")
    public List<TagView> tags(
            @Id @NonNull @Description("The entity, like driver:1004550, call:254137 or customer:7.")
                    String entityId) {
        viewers.current().mustSeeAll();
        return views(tagging.of(Bounds.text(entityId, "entityId", ENTITY)));
    }

    @NonNull
    @Query("entityHasTags")
    @Description(
            "Which of some tags an entity has, in the order asked. For operators and services.")
    public List<EntityTag> entityHasTags(
            @Id @NonNull @Description("The entity, like driver:1004550, call:254137 or customer:7.")
                    String entityId,
            @NonNull @Description("Names: 1 to 100.") List<@NonNull String> tags) {
        viewers.current().mustSeeAll();
        if (tags.isEmpty() || tags.size() > TAGS) {
            throw Refusal.invalid("tags", tags.size(), "1 to " + TAGS);
        }
        tags.forEach(tag -> Bounds.text(tag, "tags", NAME));
        List<String> having = tagging.having(Bounds.text(entityId, "entityId", ENTITY), tags);
        return tags.stream().map(tag -> new EntityTag(tag, having.contains(tag))).toList();
    }

    @NonNull
    @Query("tagRules")
    @Description("All rules that give tags to calls, by name. For operators.")
    public List<TagRuleView> tagRules() {
        viewers.operator();
        return tagging.rules().stream().map(TagRuleView::of).toList();
    }

    @NonNull
    @Mutation("tag")
    @Description("Puts a tag on an entity. For operators.")
    public TagsPayload putTag(@NonNull @Description("The tag and the entity.") TagInput input) {
        Viewer viewer = viewers.operator();
        TagRequest request =
                TagRequest.newBuilder()
                        .setRequestId(RequestKeys.of("tag", viewer, input.clientMutationId()))
                        .setEntityId(Bounds.text(input.entityId(), "entityId", ENTITY))
                        .setTag(Bounds.text(input.tag(), "tag", NAME))
                        .setDescription(
                                Bounds.optionalText(
                                        input.description(), "description", DESCRIPTION))
                        .build();
        return new TagsPayload(input.clientMutationId(), views(tagging.tag(request)));
    }

    @NonNull
    @Mutation("untag")
    @Description("Takes a tag off an entity. For operators.")
    public TagsPayload untag(@NonNull @Description("The tag and the entity.") UntagInput input) {
        Viewer viewer = viewers.operator();
        UntagRequest request =
                UntagRequest.newBuilder()
                        .setRequestId(RequestKeys.of("untag", viewer, input.clientMutationId()))
                        .setEntityId(Bounds.text(input.entityId(), "entityId", ENTITY))
                        .setTag(Bounds.text(input.tag(), "tag", NAME))
                        .build();
        return new TagsPayload(input.clientMutationId(), views(tagging.untag(request)));
    }

    @NonNull
    @Mutation("putTagRule")
    @Description("Puts a rule that gives a tag to calls. For operators.")
    public TagRulePayload putTagRule(@NonNull @Description("The rule.") PutTagRuleInput input) {
        Viewer viewer = viewers.operator();
        PutRuleRequest request =
                PutRuleRequest.newBuilder()
                        .setRequestId(
                                RequestKeys.of("putTagRule", viewer, input.clientMutationId()))
                        .setRule(
                                TagRule.newBuilder()
                                        .setName(Bounds.text(input.name(), "name", NAME))
                                        .setTag(Bounds.text(input.tag(), "tag", NAME))
                                        .setExpression(
                                                Bounds.text(
                                                        input.expression(),
                                                        "expression",
                                                        EXPRESSION))
                                        .setEnabled(input.enabled()))
                        .build();
        return new TagRulePayload(
                input.clientMutationId(), TagRuleView.of(tagging.putRule(request)));
    }

    private static List<TagView> views(List<Tag> tags) {
        return tags.stream().map(TagView::of).toList();
    }
}

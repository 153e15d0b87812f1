package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Tags and their rules as the schema shows them. */
public final class TagTypes {

    private TagTypes() {}

    @Type("Tag")
    @Description("A label.")
    public record TagView(
            @NonNull @Description("The name: lower-case letters, digits, hyphens and colons.")
                    String name,
            @Id @Description("Its UUID; null among the tags of a call.") String uuid,
            @Description("What it means; may be empty.") String description,
            @Description("When it was first used.") Instant createdAt) {}

    @Type("TagsPayload")
    @Description("An entity's tags, as the mutation left them.")
    public record TagsPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The entity's tags.") List<TagView> tags) {}

    @Type("TagRule")
    @Description("Gives a tag to the calls for which an expression is true.")
    public record TagRuleView(
            @NonNull @Description("The rule's name.") String name,
            @NonNull @Description("The tag it gives.") String tag,
            @NonNull @Description("A CEL expression (cel.dev) of type bool over the variable call.")
                    String expression,
            @NonNull @Description("Whether it is in force.") Boolean enabled) {}

    @Type("TagRulePayload")
    @Description("A rule, as it was put.")
    public record TagRulePayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The rule.") TagRuleView rule) {}

    @Type("EntityTag")
    @Description("Whether an entity has a tag.")
    public record EntityTag(
            @NonNull @Description("The tag's name.") String tag,
            @NonNull @Description("Whether the entity has it.") Boolean has) {}

    @Type("Entity")
    @Description("Something that has tags: a driver, a call, a customer.")
    public record Entity(
            @Id
                    @NonNull
                    @Description("Its kind and id, like driver:1004550, call:254137 or customer:7.")
                    String entityId) {}

    @Type("EntityPage")
    @Description("Entities with a tag.")
    public record EntityPage(
            @NonNull
                    @Description(
                            "In alphabetical order, like driver:1004550, call:254137 or customer:7.")
                    List<String> entityIds,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
}

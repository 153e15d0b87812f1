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
            @NonNull
                    @Description(
                            "A CEL expression (cel.dev) of type bool over the variables call and tags.")
                    String expression,
            @NonNull @Description("Whether it is in force.") Boolean enabled,
            @NonNull
                    @Description(
                            "Its place among the rules: they are applied by it, the smallest first, and of the same place by name.")
                    Integer order) {}

    @Type("TagRuleChange")
    @Description("Something that was done to a rule.")
    public record TagRuleChangeView(
            @Description("When.") Instant at,
            @Description("Who did it; null if nobody was named.") String actor,
            @Description("Why; null if nothing was said.") String reason,
            @NonNull @Description("Whether the rule was removed; else it was put.") Boolean removed,
            @NonNull @Description("The rule as it was put; of a removal, as it was last.")
                    TagRuleView rule) {}

    @Type("TagRuleTrial")
    @Description("What an expression makes of a call; nothing is changed by it.")
    public record TagRuleTrial(
            @Description("Whether the rule would give its tag; null if it has an error.")
                    Boolean matches,
            @Description(
                            "Why it has no result: a rule with it would give no tag, or, if its tag begins with blocked:, would give it to be safe. Null if it has one.")
                    TagRuleError error,
            @NonNull
                    @Description(
                            "How many parts of the expression were evaluated, each as often as it was. 0 if it does not compile.")
                    Integer cost,
            @NonNull
                    @Description(
                            "What the variable tags contained: the tags of the customer, and of the rules before it.")
                    List<@NonNull String> tags,
            @Description(
                            "How often the loops of an expression may run, together: beyond that it fails. An expression without a loop cannot reach it. Null from a version that did not say.")
                    Integer mostIterations) {}

    @Type("TagRuleError")
    @Description("What is wrong with an expression.")
    public record TagRuleError(
            @NonNull @Description("What the compiler says, or on the call fails.") String message,
            @NonNull
                    @Description(
                            "Whether the expression does not compile; else it fails on this call.")
                    Boolean compilation,
            @Description("The line of the first mistake, from 1; null if it is not known.")
                    Integer line,
            @Description(
                            "The column of the first mistake in characters, from 1; null if it is not known.")
                    Integer column,
            @Description(
                            "The line of the expression, and below it a caret at the column; null if the place is not known.")
                    String excerpt) {}

    @Type("TagRulePayload")
    @Description("A rule, as it was put; if it was removed, as it was last.")
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

package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How tags and their rules are put. */
public final class TagInputs {

    private TagInputs() {}

    @Input("TagInput")
    @Description("Puts a tag on an entity.")
    public record TagInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id
                    @NonNull
                    @Description(
                            "The entity, like driver:1004550, call:254137 or customer:7; at most 121 characters.")
                    String entityId,
            @NonNull
                    @Description(
                            "The tag's name: lower-case letters, digits, hyphens and colons, at most 60 characters.")
                    String tag,
            @Description("What the tag means, for a new one; at most 500 characters.")
                    String description) {}

    @Input("UntagInput")
    @Description("Removes a tag from an entity.")
    public record UntagInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The entity, like driver:1004550.") String entityId,
            @NonNull @Description("The tag's name.") String tag) {}

    @Input("PutTagRuleInput")
    @Description("Puts a rule.")
    public record PutTagRuleInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @NonNull @Description("The rule's name; at most 60 characters.") String name,
            @NonNull @Description("The tag it gives.") String tag,
            @NonNull
                    @Description(
                            "A CEL expression (cel.dev) of type bool over the variable call, at most 2,000 characters.")
                    String expression,
            @NonNull @Description("Whether it is in force.") Boolean enabled) {}
}

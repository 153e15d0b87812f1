package dev.supporters.gateway.adapter.graphql.tag;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.CallLocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.Instant;

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
                            "A CEL expression (cel.dev) of type bool, at most 2,000 characters. Its variables are call, and tags: the names that the call's customer has and that the rules before it gave. Its loops run 1,000 times at most, together; beyond that it fails.")
                    String expression,
            @NonNull @Description("Whether it is in force.") Boolean enabled,
            @Description(
                            "Its place among the rules, 0 to 10,000: they are applied by it, the smallest first, and of the same place by name. Null is 0.")
                    Integer order,
            @Description("Why, for the rule's history; at most 500 characters.") String reason) {}

    @Input("RemoveTagRuleInput")
    @Description("Removes a rule.")
    public record RemoveTagRuleInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @NonNull @Description("The rule's name.") String name,
            @NonNull @Description("Why, for the rule's history: 1 to 500 characters.")
                    String reason) {}

    @Input("SampleCallInput")
    @Description(
            "A call that does not exist, to try a rule on. What is left out is unknown, but for the time.")
    public record SampleCallInput(
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Id @Description("The customer, whose tags count.") String userId,
            @Description("Where the customer waits.") CallLocationInput origin,
            @Description("Where to.") CallLocationInput destination,
            @Description("On the way.") CallLocationInput stopover,
            @Description("What the customer pays.") MoneyInput fare,
            @Description("Metres from origin to destination by road; not negative.")
                    Integer distance,
            @Description("When it is requested (call.create_time); now, if it is left out.")
                    Instant requestedAt) {}
}

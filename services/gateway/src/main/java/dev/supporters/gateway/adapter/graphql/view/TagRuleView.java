package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.tagging.v1.TagRule;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("TagRule")
@Description("Gives a tag to the calls for which an expression holds.")
public record TagRuleView(
        @NonNull @Description("The rule's name.") String name,
        @NonNull @Description("The tag it gives.") String tag,
        @NonNull @Description("A CEL expression (cel.dev) of type bool over the variable call.")
                String expression,
        @NonNull @Description("Whether it is in force.") Boolean enabled) {

    public static TagRuleView of(TagRule rule) {
        return new TagRuleView(
                rule.getName(), rule.getTag(), rule.getExpression(), rule.getEnabled());
    }
}

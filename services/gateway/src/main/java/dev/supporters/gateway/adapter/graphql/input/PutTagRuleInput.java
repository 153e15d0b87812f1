package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PutTagRuleInput")
@Description("Puts a rule.")
public record PutTagRuleInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @NonNull @Description("The rule's name; at most 60 characters.") String name,
        @NonNull @Description("The tag it gives.") String tag,
        @NonNull
                @Description(
                        "A CEL expression (cel.dev) of type bool over the variable call, at most 2,000 characters.")
                String expression,
        @NonNull @Description("Whether it is in force.") Boolean enabled) {}

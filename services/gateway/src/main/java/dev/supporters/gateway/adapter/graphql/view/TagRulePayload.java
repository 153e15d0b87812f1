package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("TagRulePayload")
@Description("A rule, as it was put.")
public record TagRulePayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The rule.") TagRuleView rule) {}

package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("TagsPayload")
@Description("An entity's tags, as the mutation left them.")
public record TagsPayload(
        @Description("As it was given.") String clientMutationId,
        @NonNull @Description("The entity's tags.") List<TagView> tags) {}

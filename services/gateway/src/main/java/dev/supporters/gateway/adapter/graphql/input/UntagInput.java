package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UntagInput")
@Description("Takes a tag off an entity.")
public record UntagInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @NonNull @Description("The entity, like driver:1004550.") String entityId,
        @NonNull @Description("The tag's name.") String tag) {}

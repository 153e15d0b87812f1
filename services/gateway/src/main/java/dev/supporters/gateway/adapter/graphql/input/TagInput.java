package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TagInput")
@Description("Puts a tag on an entity.")
public record TagInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id
                @NonNull
                @Description(
                        "The entity, like driver:1004550, call:254137 or customer:7; at most 100 characters.")
                String entityId,
        @NonNull
                @Description(
                        "The tag's name: lower-case letters, digits, hyphens and colons, at most 60 characters.")
                String tag,
        @Description("What the tag means, for a new one; at most 500 characters.")
                String description) {}

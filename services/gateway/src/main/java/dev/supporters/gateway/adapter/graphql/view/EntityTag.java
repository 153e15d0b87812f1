package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("EntityTag")
@Description("Whether an entity has a tag.")
public record EntityTag(
        @NonNull @Description("The tag's name.") String tag,
        @NonNull @Description("Whether the entity has it.") Boolean has) {}

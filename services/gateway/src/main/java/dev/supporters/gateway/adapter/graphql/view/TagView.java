package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.tagging.v1.Tag;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("Tag")
@Description("A label.")
public record TagView(
        @NonNull @Description("The name: lower-case letters, digits, hyphens and colons.")
                String name,
        @Id @Description("Its UUID.") String uuid,
        @Description("What it means; may be empty.") String description,
        @Description("When it was first used.") Instant createdAt) {

    public static TagView of(Tag tag) {
        return new TagView(
                tag.getName(),
                tag.getUuid(),
                tag.getDescription(),
                Wire.instant(tag.hasCreateTime(), tag.getCreateTime()));
    }
}

package dev.supporters.tagging.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/** A label: its name, and what it means. */
public record TagDefinition(String name, String uuid, String description, Instant createTime) {

    /** The UUID follows from the name, so that two who use a name first at the same time give it the same one. */
    static TagDefinition of(String name, String description, Instant createTime) {
        String uuid =
                UUID.nameUUIDFromBytes(("supporters.dev/tag/" + name).getBytes(UTF_8)).toString();
        return new TagDefinition(name, uuid, description, createTime);
    }
}

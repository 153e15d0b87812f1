package dev.supporters.tagging.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * What a tag means.
 *
 * @param description may be empty
 * @param createTime of the first use of the name
 */
public record TagDefinition(String name, String uuid, String description, Instant createTime) {

    /** The UUID is made from the name, so two requests that use a new name at the same time give it the same UUID. */
    static TagDefinition of(String name, String description, Instant createTime) {
        String uuid =
                UUID.nameUUIDFromBytes(("supporters.dev/tag/" + name).getBytes(UTF_8)).toString();
        return new TagDefinition(name, uuid, description, createTime);
    }
}

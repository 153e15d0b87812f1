package dev.supporters.tagging.label;

import java.util.List;

/**
 * Some of the entities with a tag.
 *
 * @param nextToken asks for those behind; empty when there are none
 */
public record EntityPage(List<String> entityIds, String nextToken) {

    public EntityPage {
        entityIds = List.copyOf(entityIds);
    }
}

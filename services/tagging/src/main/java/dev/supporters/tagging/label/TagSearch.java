package dev.supporters.tagging.label;

import java.util.List;
import java.util.Optional;

/** Finds tags and tagged entities by other things than their ids. */
public interface TagSearch {

    Optional<TagDefinition> byUuid(String uuid);

    /** Ids of entities with the tag, in alphabetical order, behind {@code after} (empty: from the first), at most so many. */
    List<String> entitiesWith(String tag, String after, int limit);
}

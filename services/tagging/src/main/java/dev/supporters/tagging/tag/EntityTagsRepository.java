package dev.supporters.tagging.tag;

import dev.supporters.platform.store.ChangeDecision;

import java.util.List;
import java.util.Optional;

/** The tags of entities. */
public interface EntityTagsRepository {

    Optional<EntityTags> find(EntityId id);

    /**
     * Changes an entity's tags; a request that was applied before changes nothing. Refused: REQUEST_ID_REUSED.
     *
     * @return the tags after it; empty if the entity has never had any
     */
    Optional<EntityTags> change(EntityId id, String cause, ChangeDecision<EntityTags> decision);

    /** At most {@code limit} customers that come after the given id, in alphabetical order; also those who have no tags any more. */
    List<EntityId> customers(String after, int limit);

    /** At most {@code limit} entities with the tag, in alphabetical order, that come after the given id (empty: from the first). */
    List<EntityId> withTag(String tag, String after, int limit);
}

package dev.supporters.tagging.tag;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The definitions of tags. */
public interface TagRepository {

    Optional<TagDefinition> find(String name);

    Optional<TagDefinition> findByUuid(String uuid);

    /** Those that there are, in no order. */
    List<TagDefinition> findAll(Collection<String> names);

    /** Stores a new tag. One that is there already stays as it is. */
    void addIfAbsent(TagDefinition tag);
}

package dev.supporters.tagging.tag;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The names of an entity's tags, in alphabetical order.
 *
 * @param changeTime when they were changed last; empty in what was stored before version 1.2
 * @param erased whether the entity was erased: then nothing of it is to be kept
 */
public record EntityTags(List<String> names, Optional<Instant> changeTime, boolean erased) {

    public static final EntityTags NONE = new EntityTags(List.of());

    public EntityTags {
        names = List.copyOf(names);
        requireNonNull(changeTime);
    }

    public EntityTags(List<String> names) {
        this(names, Optional.empty(), false);
    }

    public static EntityTags of(Collection<String> names) {
        return new EntityTags(new ArrayList<>(new TreeSet<>(names)));
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    EntityTags with(String name, Instant now) {
        TreeSet<String> more = new TreeSet<>(names);
        more.add(name);
        return changed(more, now);
    }

    EntityTags without(String name, Instant now) {
        return changed(names.stream().filter(other -> !other.equals(name)).toList(), now);
    }

    /** Empty if it is erased already, or was changed after the erasure. */
    Optional<EntityTags> erased(Instant time) {
        boolean later = changeTime.filter(changed -> changed.isAfter(time)).isPresent();
        return erased || later
                ? Optional.empty()
                : Optional.of(new EntityTags(List.of(), Optional.of(time), true));
    }

    private static EntityTags changed(Collection<String> names, Instant now) {
        return new EntityTags(new ArrayList<>(names), Optional.of(now), false);
    }
}

package dev.supporters.tagging.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The names of an entity's tags, in alphabetical order. */
public record EntityTags(List<String> names) {

    public static final EntityTags NONE = new EntityTags(List.of());

    public EntityTags {
        names = List.copyOf(names);
    }

    public static EntityTags of(Collection<String> names) {
        return new EntityTags(new ArrayList<>(new TreeSet<>(names)));
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    EntityTags with(String name) {
        TreeSet<String> more = new TreeSet<>(names);
        more.add(name);
        return of(more);
    }

    EntityTags without(String name) {
        return new EntityTags(names.stream().filter(other -> !other.equals(name)).toList());
    }
}

package dev.supporters.platform.validation;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * Where in a request the check is: the index of each list on the way. A field's path is written out only for a refusal, because
 * almost all requests are good.
 */
final class Location {

    private static final String ITEM = "[]";
    private static final int TOP = -1;

    private final Location outer;
    private final int index;
    private final UnaryOperator<String> names;

    private Location(Location outer, int index, UnaryOperator<String> names) {
        this.outer = outer;
        this.index = index;
        this.names = requireNonNull(names);
    }

    static Location top(UnaryOperator<String> names) {
        return new Location(null, TOP, names);
    }

    /** Within an item of a list. */
    Location item(int itemIndex) {
        return new Location(this, itemIndex, names);
    }

    /** The path of a field of the table, like "positions[].location.lat", with this location's indexes. */
    String path(String field) {
        String path = field;
        for (Location at = this; at.index != TOP; at = at.outer) {
            int last = path.lastIndexOf(ITEM);
            path =
                    path.substring(0, last)
                            + "["
                            + at.index
                            + "]"
                            + path.substring(last + ITEM.length());
        }
        return names.apply(path);
    }
}

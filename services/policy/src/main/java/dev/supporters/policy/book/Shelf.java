package dev.supporters.policy.book;

import java.util.List;

/** Reads the newest versions in their order. */
public interface Shelf {

    /** Those whose key comes after the given one, by product and region. */
    List<Revision> after(String key, int limit);
}

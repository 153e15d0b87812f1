package dev.supporters.policy.book;

import java.util.List;

/** Some of many; the token is empty on the last page. */
public record Page<T>(List<T> items, String nextToken) {

    public Page {
        items = List.copyOf(items);
    }
}

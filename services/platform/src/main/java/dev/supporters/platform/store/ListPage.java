package dev.supporters.platform.store;

import java.util.List;
import java.util.function.Function;

/**
 * As much of a list as fits, and where the next page begins.
 *
 * @param nextToken empty if these are the last
 */
public record ListPage<T>(List<T> items, String nextToken) {

    public ListPage {
        items = List.copyOf(items);
    }

    /**
     * Of what was found when one more was asked for than fit.
     *
     * @param token of the last one that fits: behind it the next page begins
     */
    public static <T> ListPage<T> of(List<T> found, int size, Function<? super T, String> token) {
        if (found.size() <= size) {
            return new ListPage<>(found, "");
        }
        List<T> items = found.subList(0, size);
        return new ListPage<>(items, token.apply(items.getLast()));
    }
}

package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;

import java.util.HashMap;
import java.util.Map;

/**
 * How large a document would be with every fragment written out wherever it is spread. Validation goes all these ways, so forty
 * fragments that each spread the next one twice would keep it busy for days. This counts each fragment once.
 */
final class FragmentLimits {

    private static final int MOST = 20_000;
    private static final long WITHIN_ITSELF = -1;

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    private FragmentLimits(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** Refuses a document that is too large, or that has a fragment within itself. */
    static void check(Document document) {
        FragmentLimits limits = new FragmentLimits(document);
        long total = 0;
        for (OperationDefinition operation :
                document.getDefinitionsOfType(OperationDefinition.class)) {
            total += limits.size(operation.getSelectionSet());
        }
        for (String fragment : limits.fragments.keySet()) {
            total += limits.fragment(fragment);
        }
        bounded(total);
    }

    private long size(SelectionSet selections) {
        long size = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = bounded(size + 1 + within(selection));
            }
        }
        return size;
    }

    private long within(Selection<?> selection) {
        return switch (selection) {
            case Field field -> size(field.getSelectionSet());
            case InlineFragment inline -> size(inline.getSelectionSet());
            case FragmentSpread spread -> fragment(spread.getName());
            default -> 0;
        };
    }

    private long fragment(String name) {
        Long known = sizes.get(name);
        if (known != null) {
            if (known == WITHIN_ITSELF) {
                throw RequestRefusal.invalid(
                        "the fragment " + name, "fragments that are not within themselves");
            }
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return 0; // validation names it
        }
        sizes.put(name, WITHIN_ITSELF);
        long size = size(fragment.getSelectionSet());
        sizes.put(name, size);
        return size;
    }

    private static long bounded(long size) {
        if (size > MOST) {
            throw RequestRefusal.invalid(
                    "fragments that make more than " + MOST + " fields",
                    "at most " + MOST + " fields with all fragments written out");
        }
        return size;
    }
}

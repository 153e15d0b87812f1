package dev.supporters.tagging.rule;

import static java.util.Objects.requireNonNull;

/**
 * Gives a tag to the calls for which an expression is true.
 *
 * @param expression in CEL, of type bool, over the variable {@code call}
 * @param enabled whether it is in force
 */
public record TagRule(String name, String tag, String expression, boolean enabled) {

    private static final String BLOCKED = "blocked:";

    public TagRule {
        requireNonNull(name);
        requireNonNull(tag);
        requireNonNull(expression);
    }

    /** Whether its tag keeps something away. Who cannot say whether it applies must take it that it does. */
    boolean blocks() {
        return tag.startsWith(BLOCKED);
    }
}

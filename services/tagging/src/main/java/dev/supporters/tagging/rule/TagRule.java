package dev.supporters.tagging.rule;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Gives a tag to the calls for which an expression is true.
 *
 * @param expression in CEL, of type bool, over the variables {@code call} and {@code tags}
 * @param enabled whether it is in force
 * @param order its place among the rules: they are applied by it, the smallest first
 */
public record TagRule(String name, String tag, String expression, boolean enabled, int order) {

    /** How they are applied. */
    static final Comparator<TagRule> IN_ORDER =
            Comparator.comparingInt(TagRule::order).thenComparing(TagRule::name);

    /** The tag that makes a call fit for supporters. */
    public static final String FIT = "supporters:fit";

    private static final String BLOCKED = "blocked:";

    public TagRule {
        requireNonNull(name);
        requireNonNull(tag);
        requireNonNull(expression);
    }

    /** One whose place does not matter: at the first place. */
    public TagRule(String name, String tag, String expression, boolean enabled) {
        this(name, tag, expression, enabled, 0);
    }

    /** Whether calls become fit for supporters by it. */
    boolean makesFit() {
        return enabled && tag.equals(FIT);
    }

    /** Whether its tag keeps something away. Who cannot say whether it applies must take it that it does. */
    boolean blocks() {
        return tag.startsWith(BLOCKED);
    }
}

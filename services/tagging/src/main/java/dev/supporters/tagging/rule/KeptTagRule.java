package dev.supporters.tagging.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule with what was done to it, also after it was removed.
 *
 * @param rule as it is; if it was removed, as it was last
 * @param removeTime empty while it is a rule
 * @param changes the oldest first; of a rule that was put before changes were kept, those from then on
 */
public record KeptTagRule(TagRule rule, Optional<Instant> removeTime, List<RuleChange> changes) {

    /** How many changes are kept; older ones are forgotten, so that a document does not grow without a bound. */
    public static final int MOST_CHANGES = 100;

    public KeptTagRule {
        requireNonNull(rule);
        requireNonNull(removeTime);
        changes = List.copyOf(changes);
    }

    /** One that nobody put: a rule of a new installation. */
    public static KeptTagRule of(TagRule rule) {
        return new KeptTagRule(rule, Optional.empty(), List.of());
    }

    /** A new one, or another one in the place of one. */
    static KeptTagRule put(Optional<KeptTagRule> before, TagRule rule, Author author) {
        return new KeptTagRule(
                rule, Optional.empty(), with(before, new RuleChange(author, false, rule)));
    }

    KeptTagRule removedBy(Author author) {
        return new KeptTagRule(
                rule,
                Optional.of(author.time()),
                with(Optional.of(this), new RuleChange(author, true, rule)));
    }

    public boolean removed() {
        return removeTime.isPresent();
    }

    /** Whether calls become fit for supporters by it. */
    boolean makesFit() {
        return !removed() && rule.makesFit();
    }

    private static List<RuleChange> with(Optional<KeptTagRule> before, RuleChange change) {
        List<RuleChange> all = new ArrayList<>(before.map(KeptTagRule::changes).orElse(List.of()));
        all.add(change);
        return all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size());
    }

    /**
     * Something that was done to a rule.
     *
     * @param removed whether it was removed; else it was put
     * @param rule as it was put; of a removal, as it was last
     */
    public record RuleChange(Author author, boolean removed, TagRule rule) {}

    /**
     * Who changes a rule, when and why.
     *
     * @param actor empty if nobody was named
     * @param reason may be empty
     */
    public record Author(Instant time, String actor, String reason) {}
}

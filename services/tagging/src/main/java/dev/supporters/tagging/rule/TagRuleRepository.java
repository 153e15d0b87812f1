package dev.supporters.tagging.rule;

import dev.supporters.platform.store.ChangeDecision;

import java.util.List;
import java.util.Optional;

/** The rules that give tags to calls. */
public interface TagRuleRepository {

    /** How many rules there may be. Every call is compared with each of them. */
    int MOST = 1_000;

    /** All that were not removed, by name. */
    List<TagRule> all();

    /** The rule of this name, also one that was removed. */
    Optional<KeptTagRule> find(String name);

    /**
     * Changes the rule of this name; a request that was applied before changes nothing. Refused: REQUEST_ID_REUSED.
     *
     * @return the rule after it; empty if there has never been one
     */
    Optional<KeptTagRule> change(String name, String cause, ChangeDecision<KeptTagRule> decision);

    /** The last turn in which a rule is or was taken away that makes calls fit; empty before the first. */
    Optional<FitRuleTurn> lastTurn();

    /**
     * Stores a turn behind the last one.
     *
     * @return the last one afterwards: another one, if somebody was faster
     */
    FitRuleTurn take(FitRuleTurn turn);
}

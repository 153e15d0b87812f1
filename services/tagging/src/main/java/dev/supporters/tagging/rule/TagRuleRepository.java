package dev.supporters.tagging.rule;

import java.util.List;

/** The rules that give tags to calls. */
public interface TagRuleRepository {

    /** How many rules there may be. Every call is compared with each of them. */
    int MOST = 1_000;

    /** All of them, by name. */
    List<TagRule> all();

    /**
     * Replaces the rule of this name; a request that was applied before changes nothing.
     *
     * @return the rule after it
     */
    TagRule put(String requestId, TagRule rule);

    /** Stores a new rule. One of this name that is there already stays as it is. */
    void addIfAbsent(TagRule rule);
}

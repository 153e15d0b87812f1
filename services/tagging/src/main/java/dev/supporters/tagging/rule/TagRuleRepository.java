package dev.supporters.tagging.rule;

import java.util.List;

/** The rules that give tags to calls. */
public interface TagRuleRepository {

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

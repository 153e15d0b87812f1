package dev.supporters.tagging.rule;

import java.util.List;

/** Finds rules. */
public interface RuleSearch {

    /** All of them, by name. */
    List<Rule> all();
}

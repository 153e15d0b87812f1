package dev.supporters.tagging.calltag;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** How a call's tags come from its rules' and its customer's. */
final class CallTags {

    /** Makes a call fit for supporters. */
    static final String FIT = "supporters:fit";

    /** On a customer: none of their calls is fit. */
    static final String BLOCKED = "blocked:supporters";

    private CallTags() {}

    /** All of them; but a blocked customer's calls are never fit. */
    static SortedSet<String> of(Collection<String> ofRules, Collection<String> ofCustomer) {
        SortedSet<String> tags = new TreeSet<>(ofRules);
        tags.addAll(ofCustomer);
        if (tags.contains(BLOCKED)) {
            tags.remove(FIT);
        }
        return tags;
    }
}

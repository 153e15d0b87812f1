package dev.supporters.tagging.calltag;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.rule.TagRuleService;
import dev.supporters.tagging.tag.EntityId;
import dev.supporters.tagging.tag.EntityTags;
import dev.supporters.tagging.tag.TagService;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tags calls on their way to a driver: rules from memory, and one read for the customer. */
@ApplicationScoped
public class CallTagger {

    /** Makes a call fit for supporters. */
    private static final String FIT = "supporters:fit";

    /** On a customer: none of their calls is fit. */
    private static final String BLOCKED = "blocked:supporters";

    private final TagRuleService rules;
    private final TagService tags;

    public CallTagger(TagRuleService rules, TagService tags) {
        this.rules = rules;
        this.tags = tags;
    }

    /** In alphabetical order. */
    public SortedSet<String> tagsOf(Call call) {
        Set<String> ofRules = rules.tagsOf(call);
        EntityTags ofCustomer =
                call.getCustomerId().isEmpty()
                        ? EntityTags.NONE
                        : tags.tagsOf(EntityId.ofCustomer(call.getCustomerId()));
        return combined(ofRules, ofCustomer.names());
    }

    /** All of them; but a blocked customer's calls are never fit. */
    static SortedSet<String> combined(Collection<String> ofRules, Collection<String> ofCustomer) {
        SortedSet<String> all = new TreeSet<>(ofRules);
        all.addAll(ofCustomer);
        if (all.contains(BLOCKED)) {
            all.remove(FIT);
        }
        return all;
    }
}

package dev.supporters.tagging.calltag;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.label.EntityId;
import dev.supporters.tagging.label.EntityTags;
import dev.supporters.tagging.label.TagService;
import dev.supporters.tagging.rule.RuleBook;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Set;
import java.util.SortedSet;

/** Tags calls on their way to a driver: rules from memory, and one read for the customer. */
@ApplicationScoped
public class CallTagger {

    private final RuleBook rules;
    private final TagService tags;

    public CallTagger(RuleBook rules, TagService tags) {
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
        return CallTags.of(ofRules, ofCustomer.names());
    }
}

package dev.supporters.tagging.calltag;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.rule.TagRuleService;
import dev.supporters.tagging.rule.TagRuleTrial;
import dev.supporters.tagging.tag.EntityId;
import dev.supporters.tagging.tag.TagService;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.SortedSet;

/** Tags calls on their way to a driver: rules from memory, and one read for the customer. */
@ApplicationScoped
public class CallTagger {

    /** On a customer: none of their calls is fit. */
    private static final String BLOCKED = "blocked:supporters";

    private final TagRuleService rules;
    private final TagRuleTrial trial;
    private final TagService tags;

    public CallTagger(TagRuleService rules, TagRuleTrial trial, TagService tags) {
        this.rules = rules;
        this.trial = trial;
        this.tags = tags;
    }

    /** In alphabetical order: those of its customer, and those of the rules; but a blocked customer's calls are never fit. */
    public SortedSet<String> tagsOf(Call call) {
        return fit(rules.tagsOf(call, ofCustomer(call)));
    }

    /**
     * What a rule with the expression would make of a call.
     *
     * @param order the place that the rule would have
     */
    public TagRuleTrial.Result tryRule(String expression, Call call, int order) {
        SortedSet<String> before = rules.tagsBefore(order, call, ofCustomer(call));
        return trial.run(expression, call, List.copyOf(before));
    }

    private List<String> ofCustomer(Call call) {
        return call.getCustomerId().isEmpty()
                ? List.of()
                : tags.tagsOf(EntityId.ofCustomer(call.getCustomerId())).names();
    }

    static SortedSet<String> fit(SortedSet<String> all) {
        if (all.contains(BLOCKED)) {
            all.remove(TagRule.FIT);
        }
        return all;
    }
}

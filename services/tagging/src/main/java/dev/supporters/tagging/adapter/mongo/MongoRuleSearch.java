package dev.supporters.tagging.adapter.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.tagging.rule.Rule;
import dev.supporters.tagging.rule.RuleSearch;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;

import java.util.List;

/** Reads the collection of rules, which is small. */
@ApplicationScoped
class MongoRuleSearch implements RuleSearch {

    private static final int MOST_RULES = 1_000;

    private final AggregateStore<Rule> rules;

    MongoRuleSearch(AggregateStore<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public List<Rule> all() {
        return rules.query(new Document(), ascending("_id"), MOST_RULES).stream()
                .map(Versioned::value)
                .toList();
    }
}

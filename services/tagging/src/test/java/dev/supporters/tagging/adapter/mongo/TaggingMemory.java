package dev.supporters.tagging.adapter.mongo;

import dev.supporters.tagging.label.EntityTags;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.label.TagSearch;
import dev.supporters.tagging.rule.Rule;
import dev.supporters.tagging.rule.RuleSearch;
import dev.supporters.testkit.InMemoryAggregateStore;

/** The service's collections in memory, with the real mappers and searches on them. */
public final class TaggingMemory {

    private final InMemoryAggregateStore<EntityTags> entities =
            new InMemoryAggregateStore<>(new EntityTagsMapper());
    private final InMemoryAggregateStore<TagDefinition> tags =
            new InMemoryAggregateStore<>(new TagDefinitionMapper());
    private final InMemoryAggregateStore<Rule> rules =
            new InMemoryAggregateStore<>(new RuleMapper());

    public InMemoryAggregateStore<EntityTags> entities() {
        return entities;
    }

    public InMemoryAggregateStore<TagDefinition> tags() {
        return tags;
    }

    public InMemoryAggregateStore<Rule> rules() {
        return rules;
    }

    public TagSearch search() {
        return new MongoTagSearch(entities, tags);
    }

    public RuleSearch ruleSearch() {
        return new MongoRuleSearch(rules);
    }
}

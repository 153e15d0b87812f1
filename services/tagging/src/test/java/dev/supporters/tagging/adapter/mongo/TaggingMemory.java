package dev.supporters.tagging.adapter.mongo;

import dev.supporters.tagging.label.EntityTags;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.label.TagSearch;
import dev.supporters.tagging.rule.Rule;
import dev.supporters.tagging.rule.RuleSearch;
import dev.supporters.testkit.InMemoryDocuments;

/** The service's collections in memory, with the real mappers and searches on them. */
public final class TaggingMemory {

    private final InMemoryDocuments<EntityTags> entities =
            new InMemoryDocuments<>(new EntityTagsMapper());
    private final InMemoryDocuments<TagDefinition> tags =
            new InMemoryDocuments<>(new TagDefinitionMapper());
    private final InMemoryDocuments<Rule> rules = new InMemoryDocuments<>(new RuleMapper());

    public InMemoryDocuments<EntityTags> entities() {
        return entities;
    }

    public InMemoryDocuments<TagDefinition> tags() {
        return tags;
    }

    public InMemoryDocuments<Rule> rules() {
        return rules;
    }

    public TagSearch search() {
        return new MongoTagSearch(entities, tags);
    }

    public RuleSearch ruleSearch() {
        return new MongoRuleSearch(rules);
    }
}

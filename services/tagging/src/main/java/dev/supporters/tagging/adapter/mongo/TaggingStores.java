package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.tagging.label.EntityTags;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.rule.Rule;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service's collections. */
@Singleton
class TaggingStores {

    static final String ENTITIES = "entities";

    @Produces
    @Singleton
    AggregateStore<EntityTags> entities(AggregateStores stores) {
        return stores.documents(ENTITIES, new EntityTagsMapper());
    }

    @Produces
    @Singleton
    AggregateStore<TagDefinition> tags(AggregateStores stores) {
        AggregateStore<TagDefinition> tags = stores.documents("tags", new TagDefinitionMapper());
        tags.uniqueIndex("uuid", TagDefinitionMapper.UUID);
        return tags;
    }

    @Produces
    @Singleton
    AggregateStore<Rule> rules(AggregateStores stores) {
        return stores.documents("rules", new RuleMapper());
    }
}

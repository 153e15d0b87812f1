package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;
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
    Documents<EntityTags> entities(Stores stores) {
        return stores.documents(ENTITIES, new EntityTagsMapper());
    }

    @Produces
    @Singleton
    Documents<TagDefinition> tags(Stores stores) {
        Documents<TagDefinition> tags = stores.documents("tags", new TagDefinitionMapper());
        tags.uniqueIndex("uuid", TagDefinitionMapper.UUID);
        return tags;
    }

    @Produces
    @Singleton
    Documents<Rule> rules(Stores stores) {
        return stores.documents("rules", new RuleMapper());
    }
}

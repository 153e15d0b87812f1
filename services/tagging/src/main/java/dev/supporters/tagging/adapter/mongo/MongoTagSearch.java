package dev.supporters.tagging.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.tagging.label.EntityTags;
import dev.supporters.tagging.label.TagDefinition;
import dev.supporters.tagging.label.TagSearch;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.List;
import java.util.Optional;

/** Searches the collections. The entities with a tag are found by a scan on the embedded store, in reading order elsewhere. */
@ApplicationScoped
class MongoTagSearch implements TagSearch {

    private final AggregateStore<EntityTags> entities;
    private final AggregateStore<TagDefinition> tags;

    MongoTagSearch(AggregateStore<EntityTags> entities, AggregateStore<TagDefinition> tags) {
        this.entities = entities;
        this.tags = tags;
    }

    @Override
    public Optional<TagDefinition> byUuid(String uuid) {
        return tags.query(eq("state." + TagDefinitionMapper.UUID, uuid), new Document(), 1).stream()
                .map(Versioned::value)
                .findFirst();
    }

    @Override
    public List<String> entitiesWith(String tag, String after, int limit) {
        Bson tagged = eq("state." + EntityTagsMapper.TAGS, tag);
        Bson wanted = after.isEmpty() ? tagged : and(tagged, gt("_id", after));
        return entities.query(wanted, ascending("_id"), limit).stream().map(Versioned::id).toList();
    }
}

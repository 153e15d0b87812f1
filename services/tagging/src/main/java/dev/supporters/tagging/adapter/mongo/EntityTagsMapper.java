package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.tag.EntityTags;

import org.bson.Document;

final class EntityTagsMapper implements StateMapper<EntityTags> {

    static final String TAGS = "tags";

    @Override
    public Document write(EntityTags state) {
        return new Document(TAGS, state.names());
    }

    @Override
    public EntityTags read(Document state) {
        return new EntityTags(StoredFields.of("entities", state).texts(TAGS));
    }
}

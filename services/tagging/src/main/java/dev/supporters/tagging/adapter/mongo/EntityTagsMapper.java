package dev.supporters.tagging.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.tag.EntityTags;

import org.bson.Document;

/** Form 1 has no times. */
final class EntityTagsMapper implements StateMapper<EntityTags> {

    static final String TAGS = "tags";

    /** Only in what was erased: such a document is deleted by the next sweep. */
    static final String ERASE_TIME = "eraseTime";

    private static final String CHANGE_TIME = "changeTime";

    @Override
    public Document write(EntityTags state) {
        Document document = new Document(TAGS, state.names());
        state.changeTime()
                .ifPresent(time ->
                        document.append(state.erased() ? ERASE_TIME : CHANGE_TIME, stored(time)));
        return document;
    }

    @Override
    public EntityTags read(Document state) {
        StoredFields fields = StoredFields.of("entities", state);
        boolean erased = fields.has(ERASE_TIME);
        return new EntityTags(
                fields.texts(TAGS), fields.findInstant(erased ? ERASE_TIME : CHANGE_TIME), erased);
    }
}

package dev.supporters.tagging.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.tag.TagDefinition;

import org.bson.Document;

final class TagDefinitionMapper implements StateMapper<TagDefinition> {

    static final String UUID = "uuid";

    @Override
    public Document write(TagDefinition state) {
        return new Document("name", state.name())
                .append(UUID, state.uuid())
                .append("description", state.description())
                .append("createTime", stored(state.createTime()));
    }

    @Override
    public TagDefinition read(Document state) {
        StoredFields fields = StoredFields.of("tags", state);
        return new TagDefinition(
                fields.text("name"),
                fields.text(UUID),
                fields.text("description"),
                fields.instant("createTime"));
    }
}

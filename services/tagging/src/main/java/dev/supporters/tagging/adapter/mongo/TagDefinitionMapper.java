package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.tagging.label.TagDefinition;

import org.bson.Document;

import java.time.Instant;

final class TagDefinitionMapper implements StateMapper<TagDefinition> {

    static final String UUID = "uuid";

    @Override
    public Document write(TagDefinition state) {
        return new Document("name", state.name())
                .append(UUID, state.uuid())
                .append("description", state.description())
                .append("createTime", state.createTime().toString());
    }

    @Override
    public TagDefinition read(Document state) {
        return new TagDefinition(
                state.getString("name"),
                state.getString(UUID),
                state.getString("description"),
                Instant.parse(state.getString("createTime")));
    }
}

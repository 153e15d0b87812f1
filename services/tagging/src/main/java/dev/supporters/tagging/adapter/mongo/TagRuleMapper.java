package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.rule.TagRule;

import org.bson.Document;

final class TagRuleMapper implements StateMapper<TagRule> {

    @Override
    public Document write(TagRule state) {
        return new Document("name", state.name())
                .append("tag", state.tag())
                .append("expression", state.expression())
                .append("enabled", state.enabled());
    }

    @Override
    public TagRule read(Document state) {
        StoredFields fields = StoredFields.of("rules", state);
        return new TagRule(
                fields.text("name"),
                fields.text("tag"),
                fields.text("expression"),
                fields.has("enabled") && fields.flag("enabled"));
    }
}

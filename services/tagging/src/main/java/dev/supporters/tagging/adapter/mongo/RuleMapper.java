package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.tagging.rule.Rule;

import org.bson.Document;

final class RuleMapper implements StateMapper<Rule> {

    @Override
    public Document write(Rule state) {
        return new Document("name", state.name())
                .append("tag", state.tag())
                .append("expression", state.expression())
                .append("enabled", state.enabled());
    }

    @Override
    public Rule read(Document state) {
        return new Rule(
                state.getString("name"),
                state.getString("tag"),
                state.getString("expression"),
                state.getBoolean("enabled", false));
    }
}

package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.rule.FitRuleTurn;

import org.bson.Document;

final class FitRuleTurnMapper implements StateMapper<FitRuleTurn> {

    @Override
    public Document write(FitRuleTurn state) {
        return new Document("number", state.number()).append("rule", state.rule());
    }

    @Override
    public FitRuleTurn read(Document state) {
        StoredFields fields = StoredFields.of("fit_rule_turns", state);
        return new FitRuleTurn(fields.number("number"), fields.text("rule"));
    }
}

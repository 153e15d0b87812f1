package dev.supporters.tagging.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.tagging.rule.KeptTagRule;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.tagging.rule.KeptTagRule.RuleChange;
import dev.supporters.tagging.rule.TagRule;

import org.bson.Document;

import java.util.List;

/** Form 1 has neither an order nor changes, and no rule of it was removed. */
final class TagRuleMapper implements StateMapper<KeptTagRule> {

    /** When the rule was removed; absent while it is one. */
    static final String REMOVE_TIME = "removeTime";

    private static final String ORDER = "order";
    private static final String CHANGES = "changes";

    @Override
    public Document write(KeptTagRule state) {
        Document document =
                write(state.rule())
                        .append(
                                CHANGES,
                                state.changes().stream().map(TagRuleMapper::write).toList());
        state.removeTime().ifPresent(time -> document.append(REMOVE_TIME, stored(time)));
        return document;
    }

    @Override
    public KeptTagRule read(Document state) {
        StoredFields fields = StoredFields.of("rules", state);
        return new KeptTagRule(
                rule(fields),
                fields.findInstant(REMOVE_TIME),
                fields.has(CHANGES)
                        ? fields.parts(CHANGES).stream().map(TagRuleMapper::change).toList()
                        : List.of());
    }

    private static Document write(TagRule rule) {
        return new Document("name", rule.name())
                .append("tag", rule.tag())
                .append("expression", rule.expression())
                .append("enabled", rule.enabled())
                .append(ORDER, rule.order());
    }

    private static TagRule rule(StoredFields fields) {
        return new TagRule(
                fields.text("name"),
                fields.text("tag"),
                fields.text("expression"),
                fields.has("enabled") && fields.flag("enabled"),
                fields.has(ORDER) ? fields.integer(ORDER) : 0);
    }

    private static Document write(RuleChange change) {
        return new Document("time", stored(change.author().time()))
                .append("actor", change.author().actor())
                .append("reason", change.author().reason())
                .append("removed", change.removed())
                .append("rule", write(change.rule()));
    }

    private static RuleChange change(StoredFields fields) {
        return new RuleChange(
                new Author(fields.instant("time"), fields.text("actor"), fields.text("reason")),
                fields.flag("removed"),
                rule(fields.part("rule")));
    }
}
